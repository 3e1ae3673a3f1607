package dev.innkeeper.casefile;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.common.Utc;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class StoredDocuments implements Documents {

    private static final int LARGEST = 5 << 20;
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 200;
    private static final String COLUMNS = "id, name, media_type, size, sha256, at, actor";

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public DocumentView store(CaseNumber number, String name, byte[] content, Actor by) {
        String fileName = fileName(name);
        if (content.length == 0) {
            throw Refusal.invalid(
                    "file",
                    "The file is empty. | 文件为空。",
                    "Choose a file with content. | 请选择有内容的文件。");
        }
        if (content.length > LARGEST) {
            throw Refusal.refused(
                    "file",
                    "The file is larger than 5 MB. | 文件超过5 MB。",
                    "Make it smaller, or send its parts. | 请缩小文件或分开发送。");
        }
        String type =
                MediaTypes.recognise(fileName, content)
                        .orElseThrow(
                                () ->
                                        Refusal.refused(
                                                "file",
                                                "Files of this kind are not kept. | 不保存此类文件。",
                                                "Send a picture, a PDF, a sound, a video, an office"
                                                        + " document or a plain text in UTF-8. |"
                                                        + " 请发送图片、PDF、音频、视频、办公文档或UTF-8纯文本。"));
        refuseTooMany(number);
        DocumentView document =
                new DocumentView(
                        UUID.randomUUID().toString(),
                        fileName,
                        type,
                        content.length,
                        sha256(content),
                        clock.instant(),
                        by.userId());
        jdbc.sql(
                        """
                        INSERT INTO case_document
                            (id, case_number, name, media_type, size, sha256, at, actor, content)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        document.id(),
                        number.value(),
                        document.name(),
                        document.mediaType(),
                        document.size(),
                        document.sha256(),
                        Utc.of(document.at()),
                        document.by(),
                        content)
                .update();
        return document;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DocumentView> of(CaseNumber number) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM case_document WHERE case_number = ? ORDER BY at, id")
                .param(number.value())
                .query((row, n) -> document(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Content load(CaseNumber number, String id) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + ", content FROM case_document WHERE case_number = ? AND id = ?")
                .params(number.value(), id)
                .query((row, n) -> new Content(document(row), row.getBytes("content")))
                .optional()
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "document",
                                        "The case has no such document. | 该案件没有此文件。",
                                        "Take an id from the list of its documents. |"
                                                + " 请使用文件列表中的编号。"));
    }

    private void refuseTooMany(CaseNumber number) {
        long stored =
                jdbc.sql("SELECT COUNT(*) FROM case_document WHERE case_number = ?")
                        .param(number.value())
                        .query(Long.class)
                        .single();
        if (stored >= MOST) {
            throw Refusal.refused(
                    "file",
                    "The case has %1$d documents already. | 该案件已有%1$d个文件。".formatted(MOST),
                    "Put several into one file. | 请将多个文件合并。");
        }
    }

    private static String fileName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = Texts.required("name", last.replaceAll("\\p{Cntrl}", ""), LONGEST_NAME);
        return clean.replaceAll("[\"<>|:*?]", "_");
    }

    private static DocumentView document(ResultSet row) throws SQLException {
        return new DocumentView(
                row.getString("id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                Utc.read(row, "at"),
                row.getString("actor"));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
