// title: Other contents that an export gives to an event that stands with better ones
// kind: evidence
CREATE CONSTRAINT Variant_key IF NOT EXISTS
FOR (n:Variant) REQUIRE n.key IS UNIQUE;
CREATE INDEX Variant_variantOf IF NOT EXISTS
FOR (n:Variant) ON (n.variantOf);
