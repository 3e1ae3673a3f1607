package dev.innkeeper.keyaccount.web;

/** What the Swagger page offers to try. */
final class PartnerExamples {

    static final String AGENT =
            """
            {
              "kind": "AGENT",
              "name": "远航国际旅行社",
              "contact": {"name": "陈明", "phone": "+86 139 0000 8888"},
              "payTo": "中国银行 6217 0000 0000 0000"
            }
            """;

    static final String PROSPECT =
            """
            {
              "prospect": {"company": "星河科技有限公司", "name": "赵琳", "phone": "+86 138 0000 6666"},
              "project": "Annual meeting, 300 guests, two nights"
            }
            """;

    static final String PROVEN =
            """
            {
              "prospect": {"company": "星河科技有限公司"},
              "at": "2026-02-20T16:00:00+08:00",
              "proof": "WeChat message of the partner, 2026-02-20 16:00",
              "proofDocument": "sales share, partners/2026/0220.png",
              "project": "Annual meeting, 300 guests, two nights"
            }
            """;

    static final String FINDING =
            """
            {"words": "The proof of the registration is dated by hand."}
            """;

    static final String CLOSURE =
            """
            {"words": "The partner showed the original message."}
            """;

    static final String CLAIM =
            """
            {"words": "By e-mail of 12 March"}
            """;

    private PartnerExamples() {}
}
