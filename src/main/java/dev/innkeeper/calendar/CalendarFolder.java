package dev.innkeeper.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a calendar folder as they are now.
 *
 * @param files the text of each .yaml and .ics file by its name
 */
record CalendarFolder(Map<String, String> files) {

    static final String PLAN = "calendars.yaml";

    private static final long LARGEST_FILE = 1 << 20;

    static CalendarFolder read(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(CalendarFolder::isOurs).toList()) {
                if (Files.size(path) > LARGEST_FILE) {
                    throw new CalendarProblem(path + " is larger than 1 MB");
                }
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        } catch (java.nio.charset.MalformedInputException e) {
            throw new CalendarProblem("A file in " + folder + " is not saved as UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CalendarFolder(files);
    }

    /** Changes whenever a file of the folder is saved, added or removed. */
    static String stamp(Path folder) {
        StringBuilder stamp = new StringBuilder();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(CalendarFolder::isOurs).sorted().toList()) {
                stamp.append(path.getFileName())
                        .append(' ')
                        .append(Files.getLastModifiedTime(path).toMillis())
                        .append(' ')
                        .append(Files.size(path))
                        .append('\n');
            }
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
        return stamp.toString();
    }

    private static boolean isOurs(Path path) {
        String name = path.getFileName().toString();
        return name.equals(PLAN) || name.endsWith(".ics");
    }
}
