// title: Leaves an evidence file with the places that it was found at besides those taken back
MATCH (file:EvidenceFile {key: $sha256})
SET file.places = $places, file.name = $name, file.archive = $archive;
