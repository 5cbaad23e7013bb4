// title: A file of a watched folder was read as it is now, or could not be
MERGE (file:WatchedFile {key: $path})
SET file.size = $size,
    file.modified = $modified,
    file.at = $at,
    file.problem = $problem;
