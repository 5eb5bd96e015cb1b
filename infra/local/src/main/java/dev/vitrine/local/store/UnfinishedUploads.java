package dev.vitrine.local.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.regex.Pattern;

/// Removes what a kill left of uploads that were never acknowledged.
///
/// S3Proxy writes a new object beside its place under the name `<key>-<uuid>`, then gives it its attributes (the
/// ETag among them), then renames it. A file with such a name and without any attribute was cut short; a real object
/// of such a name has its attributes and stays.
final class UnfinishedUploads {

    private static final Logger LOG = System.getLogger(UnfinishedUploads.class.getName());

    private static final Pattern NAME = Pattern.compile(".*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private UnfinishedUploads() {}

    /// Call before the store serves anything.
    static void remove(Path bucket) throws IOException {
        if (!Files.getFileStore(bucket).supportsFileAttributeView(UserDefinedFileAttributeView.class)) {
            return; // no object has attributes here: nothing tells the two apart
        }
        Files.walkFileTree(bucket, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (NAME.matcher(file.getFileName().toString()).matches()
                        && Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                                .list()
                                .isEmpty()) {
                    LOG.log(Level.INFO, "removing the unfinished upload {0}", file);
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
