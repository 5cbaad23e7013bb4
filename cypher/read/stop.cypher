// title: Ends the transactions that bear a mark
SHOW TRANSACTIONS YIELD transactionId, metaData
WHERE metaData.fulguriteRead = $mark
TERMINATE TRANSACTIONS transactionId YIELD message
RETURN message;
