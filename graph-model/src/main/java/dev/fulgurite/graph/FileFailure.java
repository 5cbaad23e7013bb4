package dev.fulgurite.graph;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/// Why a file or folder could not be used, in the words of people.
public final class FileFailure {

    private FileFailure() {}

    /// The reason, without the file that the message around it names; another file that is to blame
    /// is named.
    ///
    /// @param file what was to be used
    public static String why(Path file, IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no right to use " + it(file, denied);
            case NoSuchFileException gone -> it(file, gone) + " is not there";
            case FileAlreadyExistsException there -> it(file, there) + " is there already";
            case NotDirectoryException plain -> it(file, plain) + " is not a folder";
            case DirectoryNotEmptyException full -> it(file, full) + " is not empty";
            case FileSystemException other -> reason(other);
            case FileNotFoundException gone -> String.valueOf(gone.getMessage());
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }

    private static String it(Path file, FileSystemException e) {
        String blamed = e.getFile();
        return blamed == null || Path.of(blamed).equals(file) ? "it" : blamed;
    }

    /// As the system words it, such as `Read-only file system`.
    private static String reason(FileSystemException e) {
        return e.getReason() == null ? String.valueOf(e.getMessage()) : e.getReason();
    }
}
