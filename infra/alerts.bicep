// What somebody should hear of: by the metrics of App Service, and by lines of the service's own log.
param name string
param location string
param siteName string
param workspaceId string
param email string

resource site 'Microsoft.Web/sites@2023-12-01' existing = {
  name: siteName
}

// The console, where the service writes its log. Not the HTTP log: addresses hold what people search for.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'people-hour'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
    ]
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: name
  location: 'global'
  properties: {
    groupShortName: 'PeopleHour'
    enabled: true
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var measured = [
  {
    name: 'answers-5xx'
    metric: 'Http5xx'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 10
    severity: 1
    description: 'More than ten requests in five minutes were answered with an error of ours.'
  }
  {
    name: 'answers-slow'
    metric: 'HttpResponseTime'
    aggregation: 'Average'
    operator: 'GreaterThan'
    threshold: 2
    severity: 2
    description: 'Teams gives up after a few seconds, and answers take more than two on average.'
  }
  {
    name: 'instances-unhealthy'
    metric: 'HealthCheckStatus'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 100
    severity: 1
    description: 'An instance does not say that it is alive.'
  }
]

resource metricAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for rule in measured: {
    name: '${name}-${rule.name}'
    location: 'global'
    properties: {
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [site.id]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: rule.name
            metricName: rule.metric
            metricNamespace: 'Microsoft.Web/sites'
            timeAggregation: rule.aggregation
            operator: rule.operator
            threshold: rule.threshold
          }
        ]
      }
      actions: empty(email) ? [] : [{ actionGroupId: people.id }]
    }
  }
]

// `line` is what the service's log says, word by word; a test looks for it in the code. `within` is how far to look back.
var said = [
  {
    name: 'failed'
    line: 'Failed'
    operator: 'GreaterThan'
    threshold: 0
    within: 'PT15M'
    every: 'PT5M'
    severity: 2
    description: 'Something went wrong that nobody expected. The line has a request id and a stack.'
  }
  {
    name: 'not-ready'
    line: 'Not ready'
    operator: 'GreaterThan'
    threshold: 5
    within: 'PT15M'
    every: 'PT5M'
    severity: 1
    description: 'Storage, sign-in or the Bot Connector cannot be reached; the line says which.'
  }
  {
    name: 'reminder-set-aside'
    line: 'a tick was set aside'
    operator: 'GreaterThan'
    threshold: 0
    within: 'PT15M'
    every: 'PT5M'
    severity: 1
    description: 'A reminder failed again and again, and waits in the poison queue.'
  }
  {
    name: 'no-export'
    line: 'Exported'
    operator: 'LessThan'
    threshold: 1
    within: 'P2D'
    every: 'PT1H'
    severity: 1
    description: 'The last nightly export is two days old.'
  }
  {
    name: 'night-failed'
    line: 'Nightly work failed'
    operator: 'GreaterThan'
    threshold: 2
    within: 'PT6H'
    every: 'PT1H'
    severity: 2
    description: 'The export of the night, or the erasing before it, does not succeed. It is tried again every hour.'
  }
]

// `metric` is what the service measures of itself (bot/app/meter.ts; a test compares them). Looked for in the workspace's table of metrics:
// https://learn.microsoft.com/azure/azure-monitor/reference/tables/appmetrics. A row is what one instance measured in a minute.
// What was given up counts for nothing here: who sets up an hour that is near has missed some of its reminders.
var counted = [
  {
    name: 'reminders-late'
    metric: 'reminder.late'
    above: 600
    within: 'PT15M'
    every: 'PT5M'
    severity: 2
    description: 'A reminder came more than ten minutes after its time.'
  }
]

resource counterAlerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in counted: {
    name: '${name}-${rule.name}'
    location: location
    properties: {
      displayName: '${name}: ${rule.name}'
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.within
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: 'AppMetrics | where Name == "${rule.metric}" | where Max > ${rule.above} | where tostring(Properties.outcome) !in ("late", "outdated")'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: empty(email) ? [] : [people.id]
      }
    }
  }
]

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in said: {
    name: '${name}-${rule.name}'
    location: location
    properties: {
      displayName: '${name}: ${rule.name}'
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.within
      // The table is there only after the first line was written.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: 'AppServiceConsoleLogs | where ResultDescription contains \'"msg":"${rule.line}"\''
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: empty(email) ? [] : [people.id]
      }
    }
  }
]
