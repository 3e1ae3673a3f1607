package dev.innkeeper.complaint.web;

/** What the Swagger page offers to try. */
final class ComplaintExamples {

    static final String WORDS_ONLY =
            """
            {
              "channel": "WEB",
              "text": "房间空调坏了一整晚，前台说没有人修。要求退还房费。"
            }
            """;

    static final String EVERYTHING =
            """
            {
              "externalId": "PMS-88123",
              "kind": "COMPLAINT",
              "channel": "LOBBY",
              "receivedAt": "2026-11-20T14:30:00+08:00",
              "guest": {
                "name": "王丽",
                "phone": "+86 138 0013 8000",
                "email": "wang.li@example.com"
              },
              "reference": "Room 1808",
              "inHouse": true,
              "checkOutAt": "2026-11-21T12:00:00+08:00",
              "category": "FACILITIES",
              "dimension": "TANGIBLES",
              "text": "The air conditioning was broken all night and nobody came.",
              "remedySought": "One night's rate back",
              "amountInDispute": 680.00,
              "harm": "INCONVENIENCE",
              "lawyerOrPressNamed": false,
              "publiclyVisible": false
            }
            """;

    static final String TWO =
            """
            [
              {"externalId": "R1", "channel": "WEB", "text": "早餐的牛奶是酸的，吃完肚子疼。"},
              {"externalId": "R2", "channel": "WEB", "text": "Check-in took forty minutes."}
            ]
            """;

    static final String CSV =
            """
            id,text,channel
            R1,早餐的牛奶是酸的，吃完肚子疼。,WEB
            R2,"Check-in took forty minutes, and nobody apologised.",EMAIL
            """;

    private ComplaintExamples() {}
}
