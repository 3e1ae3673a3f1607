package dev.innkeeper.api;

import dev.innkeeper.common.Contact;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A person or company as named by the caller; leave all out for somebody without a name. */
@Schema(name = "Contact", description = "Who it is and how to reach them, as far as it was said")
public record ContactRequest(
        @Schema(description = "The person", maxLength = 200, example = "王丽") @PlainText(max = 200)
                @Nullable String name,
        @Schema(description = "The company", maxLength = 200) @PlainText(max = 200)
                @Nullable String company,
        @Schema(
                        description = "A telephone number in any notation",
                        maxLength = 40,
                        example = "+86 138 0013 8000")
                @PlainText(max = 40)
                @Pattern(
                        regexp = "[+()\\d\\s./\\-#*xX]{3,40}|\\s*",
                        message =
                                "This is not a telephone number. | 不是有效的电话号码。 || Send digits, with"
                                        + " +, spaces or dashes as you like. | 请发送数字，可带 +、空格或短横。")
                @Nullable String phone,
        @Schema(description = "An e-mail address", maxLength = 200, example = "wang.li@example.com")
                @PlainText(max = 200)
                @Email
                @Nullable String email,
        @Schema(description = "A WeChat id", maxLength = 100) @PlainText(max = 100)
                @Nullable String weChat) {

    /** The contact as the desks take it. */
    public Contact toContact() {
        return new Contact(name, company, phone, email, weChat);
    }
}
