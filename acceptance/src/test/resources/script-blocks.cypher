MATCH (block:ScriptBlock)-[:ON]->(host:Host)
RETURN block.gap AS gap,
       block.parts AS parts,
       block.path AS path,
       left(block.text, 60) AS text,
       COUNT { (:PowerShellSession)-[:COMPILED]->(block) } AS sessions
ORDER BY block.key
