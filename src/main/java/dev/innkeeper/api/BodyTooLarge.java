package dev.innkeeper.api;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A body that is longer than the endpoint takes. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    BodyTooLarge(DataSize limit) {
        super("The body is larger than " + limit);
        this.limit = limit.toBytes();
    }

    Problem problem() {
        String kilobytes = String.valueOf(limit / 1024);
        return Problem.of(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "too-large",
                "Too large | 内容过大",
                "",
                "The body is larger than the "
                        + kilobytes
                        + " KB that are taken here. | 请求内容超过此处允许的 "
                        + kilobytes
                        + " KB。",
                "Send less at once: shorten the text, split the rows, or make the file smaller. |"
                        + " 请减少单次发送的内容：缩短文字、分批发送或压缩文件。");
    }
}
