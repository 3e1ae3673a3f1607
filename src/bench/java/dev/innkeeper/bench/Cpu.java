package dev.innkeeper.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time of this process and of the database server, from {@code /proc}. */
final class Cpu {

    private static final int TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;

    private final long server;

    /**
     * @param server process id of the database server
     */
    Cpu(long server) {
        this.server = server;
    }

    /** Both together since their starts, in seconds. */
    double seconds() {
        return secondsOf(ProcessHandle.current().pid()) + secondsOf(server);
    }

    /** A process alone since its start, in seconds. */
    static double secondsOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The command's name may hold blanks, so the fields are counted from the bracket after
            // it.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
            return (double) ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException("Processor time is read from /proc, on Linux only", e);
        }
    }

    /** Resident memory of a process, in MB. */
    static double residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
