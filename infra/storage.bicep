// The data: Table Storage (and Queue Storage for timed work), reached with the managed identity alone.
@minLength(3)
@maxLength(24)
param name string
param location string
param sku string
param lock bool
param principalId string

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage
var roles = {
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
}

resource mayReadAndWrite 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(account.id, principalId, role.value)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

resource keep 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'people-hour-data'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Tables have no undelete.'
  }
}

output accountName string = account.name
