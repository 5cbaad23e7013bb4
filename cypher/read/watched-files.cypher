// title: Files of watched folders as they were when they were last read
MATCH (file:WatchedFile)
RETURN file.key AS path, file.size AS size, file.modified AS modified;
