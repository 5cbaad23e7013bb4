// title: Other contents that exports give to events that stand: read, put in place of what was
UNWIND $ids AS id
MATCH (v:Variant {variantOf: id})
RETURN v AS variant;

UNWIND $ids AS id
MATCH (v:Variant {variantOf: id})
DELETE v;

UNWIND $rows AS row
CREATE (v:Variant)
SET v = row.properties;
