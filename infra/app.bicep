// The service: one process for the API, the bot and the tab. The settings below are the ones of bot/settings.ts.
param name string
param location string
param planSku string
param instances int
param mostInstances int
param withSlot bool
param zoneRedundant bool
param customDomain string
param identityId string
param identityClientId string
param identityTenantId string
param aadAppClientId string
param aadAppTenantIds string
param storageAccountName string
param insightsConnectionString string
param logLevel string

@secure()
param cursorSecret string

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

var identityOfTheApp = {
  type: 'UserAssigned'
  userAssignedIdentities: {
    '${identityId}': {}
  }
}

// The same for the place where people are and for the one where the next version warms up.
var properties = {
  serverFarmId: plan.id
  httpsOnly: true
  // Any instance may answer any request.
  clientAffinityEnabled: false
  siteConfig: {
    linuxFxVersion: 'NODE|22-lts'
    appCommandLine: 'node main.js'
    alwaysOn: true
    healthCheckPath: '/healthz'
    http20Enabled: true
    minTlsVersion: '1.2'
    scmMinTlsVersion: '1.2'
    ftpsState: 'Disabled'
  }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: identityOfTheApp
  properties: properties
}

// Deploying takes an Entra sign-in; there is no publishing password.
resource withoutPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = [
  for door in ['ftp', 'scm']: {
    parent: site
    name: door
    properties: {
      allow: false
    }
  }
]

// Stopped until a deployment starts it: a version that waits there would do timed work like any other instance.
resource slot 'Microsoft.Web/sites/slots@2023-12-01' = if (withSlot) {
  parent: site
  name: 'staging'
  location: location
  kind: 'app,linux'
  identity: identityOfTheApp
  properties: union(properties, { enabled: false })
}

resource slotWithoutPasswords 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2023-12-01' = [
  for door in ['ftp', 'scm']: if (withSlot) {
    parent: slot
    name: door
    properties: {
      allow: false
    }
  }
]

var host = empty(customDomain) ? site.properties.defaultHostName : customDomain

var settings = {
  PORT: '8080'
  APP_URL: 'https://${host}'
  AAD_APP_CLIENT_ID: aadAppClientId
  AAD_APP_TENANT_IDS: aadAppTenantIds
  BOT_ID: identityClientId
  BOT_TENANT_ID: identityTenantId
  BOT_TYPE: 'UserAssignedMSI'
  STORAGE_ACCOUNT_NAME: storageAccountName
  CURSOR_SECRET: cursorSecret
  LOG_LEVEL: logLevel
}

// What Node, the Azure libraries and App Service read themselves.
var platform = {
  NODE_ENV: 'production'
  AZURE_CLIENT_ID: identityClientId
  WEBSITE_RUN_FROM_PACKAGE: '1'
  // Whoever is being answered when an instance stops still gets the answer; App Service by itself waits five seconds.
  WEBSITES_CONTAINER_STOP_TIME_LIMIT: '30'
  // A version takes over from another one when it can reach all that it needs, and not before.
  WEBSITE_SWAP_WARMUP_PING_PATH: '/readyz'
  WEBSITE_SWAP_WARMUP_PING_STATUSES: '200'
}

var insights = {
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
}

resource appSettings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: site
  name: 'appsettings'
  properties: union(settings, platform, empty(insightsConnectionString) ? {} : insights)
}

resource slotSettings 'Microsoft.Web/sites/slots/config@2023-12-01' = if (withSlot) {
  parent: slot
  name: 'appsettings'
  properties: union(settings, platform, empty(insightsConnectionString) ? {} : insights)
}

resource growing 'Microsoft.Insights/autoscaleSettings@2022-10-01' = if (mostInstances > instances) {
  name: name
  location: location
  properties: {
    enabled: true
    targetResourceUri: plan.id
    profiles: [
      {
        name: 'by load'
        capacity: {
          minimum: string(instances)
          maximum: string(mostInstances)
          default: string(instances)
        }
        rules: [
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: plan.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeAggregation: 'Average'
              timeWindow: 'PT5M'
              operator: 'GreaterThan'
              threshold: 70
            }
            scaleAction: {
              direction: 'Increase'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT5M'
            }
          }
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: plan.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeAggregation: 'Average'
              timeWindow: 'PT15M'
              operator: 'LessThan'
              threshold: 30
            }
            scaleAction: {
              direction: 'Decrease'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT15M'
            }
          }
        ]
      }
    ]
  }
}

output id string = site.id
output name string = site.name
output planId string = plan.id
output host string = host
output defaultHost string = site.properties.defaultHostName
