-- Every record of one operation of the last three days.
SELECT TimeGenerated, coalesce(OperationNameValue, '') AS OperationNameValue, coalesce(ActivityStatusValue, '') AS ActivityStatusValue,
       coalesce(CorrelationId, '') AS CorrelationId, coalesce(Caller, '') AS Caller, coalesce(CallerIpAddress, '') AS CallerIpAddress,
       coalesce(_ResourceId, '') AS _ResourceId
FROM AzureActivity
WHERE TimeGenerated > ? AND lower(OperationNameValue) = 'microsoft.compute/virtualmachines/write'
