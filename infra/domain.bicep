// The tab's own domain. A certificate needs the binding and the binding needs the certificate, so it takes two steps.
param siteName string
param planId string
param location string
param domain string

resource site 'Microsoft.Web/sites@2023-12-01' existing = {
  name: siteName
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2023-12-01' = {
  parent: site
  name: domain
  properties: {
    siteName: siteName
    hostNameType: 'Verified'
    customHostNameDnsRecordType: 'CName'
    sslState: 'Disabled'
  }
}

resource certificate 'Microsoft.Web/certificates@2023-12-01' = {
  name: domain
  location: location
  properties: {
    serverFarmId: planId
    canonicalName: domain
  }
  dependsOn: [binding]
}

module secured 'secured.bicep' = {
  name: 'secured'
  params: {
    siteName: siteName
    domain: domain
    thumbprint: certificate.properties.thumbprint
  }
}
