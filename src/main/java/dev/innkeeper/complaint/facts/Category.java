package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Labelled;

/**
 * What a complaint is about. The order is that of the published table: it settles ties of triage
 * between equally grave categories.
 */
public enum Category implements Labelled {
    ROOM_CONDITION("Room condition", "客房状况"),
    CLEANLINESS("Cleanliness", "清洁卫生"),
    NOISE("Noise", "噪音"),
    FACILITIES("Facilities", "设施设备"),
    FOOD_QUALITY("Food quality", "餐饮质量"),
    FOOD_SAFETY("Food safety", "食品安全"),
    BANQUET("Banquet", "宴会"),
    STAFF_ATTITUDE("Staff attitude", "服务态度"),
    SERVICE_SPEED("Service speed", "服务效率"),
    BILLING("Billing", "账单收费"),
    RESERVATION("Reservation", "预订"),
    LOST_PROPERTY("Lost property", "失物"),
    SAFETY("Safety", "人身财产安全"),
    PRIVACY("Privacy", "隐私"),
    OTHER("Other", "其他");

    private final String english;
    private final String chinese;

    Category(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
