package dev.innkeeper.change;

import dev.innkeeper.common.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a release in one zip file. */
public final class Bundle {

    private static final int MOST_FILES = 1000;
    private static final int LARGEST_FILE = 5_000_000;
    private static final int LARGEST = 50_000_000;

    private Bundle() {}

    /** The zip file: the same files give the same bytes. */
    public static byte[] of(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The files of a zip file by path. Names that lead nowhere that is published are refused, and
     * so is a file that unpacks to more than it should.
     */
    public static Map<String, byte[]> read(byte[] content) {
        var files = new TreeMap<String, byte[]>();
        long size = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                Unit.of(entry.getName());
                byte[] file = zip.readNBytes(LARGEST_FILE + 1);
                size += file.length;
                if (file.length > LARGEST_FILE || size > LARGEST || files.size() >= MOST_FILES) {
                    throw Refusal.invalid(
                            "file",
                            "The zip file unpacks to more than 1,000 files, 5 MB in one or 50 MB in"
                                    + " all. | 压缩包解压后超过1,000个文件、单个5 MB或总计50 MB。",
                            "Send fewer files at once. | 请减少文件后分次发送。");
                }
                files.put(entry.getName(), file);
            }
        } catch (ZipException e) {
            throw unreadable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (files.isEmpty()) {
            throw unreadable();
        }
        return files;
    }

    private static Refusal unreadable() {
        return Refusal.invalid(
                "file",
                "This is no zip file with rules, diagrams or forms. | 不是包含规则、流程图或表单的zip文件。",
                "Send a zip file as GET /api/releases/{number}/export gives it. |"
                        + " 请发送GET /api/releases/{number}/export导出的zip文件。");
    }
}
