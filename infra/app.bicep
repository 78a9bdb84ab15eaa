// The service: one process for the API, the bot and the tab. The settings below are the ones of bot/settings.ts.
param name string
param location string
param planSku string
param instances int
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
  }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
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
}

var insights = {
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  ApplicationInsightsAgent_EXTENSION_VERSION: '~3'
}

resource appSettings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: site
  name: 'appsettings'
  properties: union(settings, platform, empty(insightsConnectionString) ? {} : insights)
}

output id string = site.id
output host string = host
output defaultHost string = site.properties.defaultHostName
