package dev.innkeeper.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A decision of the tests' own: what it costs to send a parcel. */
public final class Parcel {

    private Parcel() {}

    public static final Decision<PriceOutcome, Price> PRICE =
            new Decision<>(
                    "parcel/price",
                    PriceOutcome::new,
                    Price.class,
                    List.of(Item.class, Customer.class, Earlier.class, WordMatch.class),
                    List.of(
                            Aspect.of("care", "FRAGILE", "URGENT"),
                            Aspect.of("speed", Speed.class)));

    public enum Speed {
        EXPRESS,
        NORMAL,
        SLOW
    }

    @Fact(en = "The parcel", zh = "包裹")
    public record Item(
            @Fact(en = "Weight", zh = "重量", unit = "g") int grams,
            @Fact(en = "Worth", zh = "价值", unit = "CNY") BigDecimal worth,
            @Fact(en = "Distance", zh = "距离", unit = "km") long distance,
            @Fact(en = "Speed", zh = "速度") Speed speed,
            @Fact(en = "Fragile", zh = "易碎") boolean fragile,
            @Fact(en = "Insured", zh = "已投保") Boolean insured,
            @Fact(en = "Floor, missing where none", zh = "楼层，可缺失") Integer floor,
            @Fact(en = "Posted", zh = "寄出日期") LocalDate posted,
            @Fact(en = "Remark", zh = "备注") @FreeText String remark,
            @Fact(en = "Labels", zh = "标签") List<String> labels,
            @Fact(en = "Speeds possible", zh = "可选速度") Set<Speed> speeds) {

        public static Item plain() {
            return of(500, "100.00", Speed.NORMAL);
        }

        public static Item of(int grams, String worth, Speed speed) {
            return new Item(
                    grams,
                    new BigDecimal(worth),
                    80,
                    speed,
                    false,
                    null,
                    null,
                    LocalDate.of(2026, 11, 22),
                    "books",
                    List.of("books"),
                    Set.of(Speed.NORMAL, Speed.SLOW));
        }

        public Item saying(String text) {
            return new Item(
                    grams, worth, distance, speed, fragile, insured, floor, posted, text, labels,
                    speeds);
        }
    }

    @Fact(en = "The customer", zh = "客户")
    public record Customer(
            @Fact(en = "Name", zh = "姓名") String name,
            @Fact(en = "Parcels so far", zh = "已寄包裹数") int parcels) {}

    @Fact(en = "An earlier parcel", zh = "以往包裹")
    public record Earlier(
            @Fact(en = "Which, latest first", zh = "序号，最近的在前") int nth,
            @Fact(en = "Days ago", zh = "天数前", unit = "days") int daysAgo) {}

    public record Price(long cents, Speed speed, String carrier, List<BigDecimal> limits) {}

    public static final class PriceOutcome extends Outcome<Price> {
        private final Sum cents = sum();
        private final Merged<Speed> speed = gravest();
        private final Only<String> carrier = only("carrier");
        private final Union<BigDecimal> limits = union();

        @RuleCall(en = "Costs", zh = "费用")
        public void cost(long amount, String reason) {
            cents.add(amount, reason);
        }

        @RuleCall(en = "At least this fast", zh = "至少此速度")
        public void atLeast(Speed wanted, String reason) {
            speed.add(wanted, reason);
        }

        @RuleCall(en = "Carrier", zh = "承运人")
        public void carrier(String name, String reason) {
            carrier.set(name, reason);
        }

        @RuleCall(en = "Limit", zh = "限额")
        public void limit(BigDecimal amount, String reason) {
            limits.add(amount, reason);
        }

        /** Not for rules. */
        public void secret(String reason) {
            because(reason);
        }

        @Override
        protected Price fold() {
            return new Price(
                    cents.total(),
                    speed.orElse(Speed.SLOW),
                    carrier.orElse("post"),
                    List.copyOf(limits.values()));
        }

        @Override
        protected String headline(Price price) {
            return price.speed().name();
        }
    }
}
