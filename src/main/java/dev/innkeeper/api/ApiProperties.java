package dev.innkeeper.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the REST API.
 *
 * @param maxBody largest body of an ordinary request
 * @param maxBatch largest body of a bulk intake, and of a draft with its files
 * @param maxBatchRows most rows of one bulk intake
 * @param maxImport largest file that is imported
 * @param maxAttachment largest attachment
 * @param requestsPerMinute requests that one user may send in a minute on one node, 0 for no limit
 */
@ConfigurationProperties("innkeeper.api")
public record ApiProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("32MB") DataSize maxBatch,
        @DefaultValue("5000") int maxBatchRows,
        @DefaultValue("1GB") DataSize maxImport,
        @DefaultValue("5MB") DataSize maxAttachment,
        @DefaultValue("6000") int requestsPerMinute) {

    /** What is added to a part of a form for its borders and headers. */
    private static final DataSize ENVELOPE = DataSize.ofKilobytes(64);

    DataSize largest(String path) {
        if (path.endsWith("/batch")
                || path.endsWith("/import")
                || path.contains("/api/drafts")
                || path.contains("/changes/data/drafts")) {
            return maxBatch;
        }
        if (path.endsWith("/api/imports")) {
            return maxImport;
        }
        if (path.endsWith("/attachments")) {
            return DataSize.ofBytes(maxAttachment.toBytes() + ENVELOPE.toBytes());
        }
        return maxBody;
    }
}
