// What must exist in Azure for one People Hour: an app, an identity, a bot that only Teams reaches, and a storage account without keys.
targetScope = 'resourceGroup'

@description('Begins every name; letters and digits. The storage account needs a name that nobody else in the world has.')
@minLength(4)
@maxLength(20)
param name string

@description('dev is the cheapest that works. prod stays up through restarts, deploys without a gap, grows by itself and tells when something is wrong. What each of them means is the default of the parameters below.')
@allowed(['dev', 'prod'])
param size string = 'dev'

@description('Where everything lives, and where the data stays.')
param location string = resourceGroup().location

@description('The client id of the Entra app that people sign in to.')
param aadAppClientId string

@description('The tenants whose people may come in, separated by commas; the first is the one whose administrators may open /setup.')
param aadAppTenantIds string

@description('The host of the tab when it has a domain of its own, such as people-hour.contoso.com. Empty: the one that Azure gives.')
param customDomain string = ''

@description('Binds the domain, with a certificate that Azure makes and renews. Its CNAME and TXT records have to be there before; false when you bind it yourself.')
param bindCustomDomain bool = false

@description('B1 is the smallest plan that stays awake. A staging slot and growing by itself need P0v3 or larger.')
param planSku string = size == 'prod' ? 'P0v3' : 'B1'

@description('How many run side by side. None of them keeps anything, so any number will do.')
@minValue(1)
param instances int = size == 'prod' ? 2 : 1

@description('How many there may be when it grows by itself; as many as instances: it does not.')
param mostInstances int = size == 'prod' ? 6 : 1

@description('A second place beside the first where the next version is warmed up before it takes over.')
param withSlot bool = size == 'prod'

@description('Spreads the instances over zones; not every region has them.')
param zoneRedundant bool = false

@description('ZRS keeps three copies in three zones; not every region has it. An account cannot simply be changed later.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = size == 'prod' ? 'Standard_ZRS' : 'Standard_LRS'

@description('Tables have no undelete. The lock has to be taken away before anybody can delete the account, or the resource group.')
param lockStorage bool = true

@description('Log Analytics, Application Insights and the alerts cost by the gigabyte and by the rule; off, the log stream of the app remains.')
param withMonitoring bool = size == 'prod'

@description('Who is told when something is wrong. Empty: the alerts are in the portal only.')
param alertEmail string = ''

@allowed(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
param logLevel string = 'info'

@description('Seals the cursors of lists. New with every provision: nobody has to keep it, and a list that is being scrolled at that moment starts again.')
@secure()
param cursorSecret string = '${newGuid()}${newGuid()}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

module storage 'storage.bicep' = {
  name: 'storage'
  params: {
    name: toLower(replace(name, '-', ''))
    location: location
    sku: storageSku
    lock: lockStorage
    principalId: identity.properties.principalId
  }
}

module monitoring 'monitoring.bicep' = if (withMonitoring) {
  name: 'monitoring'
  params: {
    name: name
    location: location
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    planSku: planSku
    instances: instances
    mostInstances: mostInstances
    withSlot: withSlot
    zoneRedundant: zoneRedundant
    customDomain: customDomain
    identityId: identity.id
    identityClientId: identity.properties.clientId
    identityTenantId: identity.properties.tenantId
    aadAppClientId: aadAppClientId
    aadAppTenantIds: aadAppTenantIds
    storageAccountName: storage.outputs.accountName
    cursorSecret: cursorSecret
    logLevel: logLevel
    insightsConnectionString: withMonitoring ? monitoring.outputs.connectionString : ''
  }
}

module domain 'domain.bicep' = if (bindCustomDomain && !empty(customDomain)) {
  name: 'domain'
  params: {
    siteName: app.outputs.name
    planId: app.outputs.planId
    location: location
    domain: customDomain
  }
}

module alerts 'alerts.bicep' = if (withMonitoring) {
  name: 'alerts'
  params: {
    name: name
    location: location
    siteName: app.outputs.name
    workspaceId: withMonitoring ? monitoring.outputs.workspaceId : ''
    email: alertEmail
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    endpoint: 'https://${app.outputs.defaultHost}/api/messages'
    identityId: identity.id
    identityClientId: identity.properties.clientId
    identityTenantId: identity.properties.tenantId
  }
}

// These go into env/.env.<environment>, and from there into the manifests and the deployment.
output AZURE_APP_SERVICE_RESOURCE_ID string = app.outputs.id
output TAB_DOMAIN string = app.outputs.host
output BOT_ID string = identity.properties.clientId
