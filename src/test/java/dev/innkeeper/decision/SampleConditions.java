package dev.innkeeper.decision;

import java.util.List;
import java.util.stream.Stream;

/** Conditions on parcels, of every kind that the grammar knows. */
public final class SampleConditions {

    private SampleConditions() {}

    /** Those that hold for {@link Parcel.Item#plain()} of a customer with 7 parcels. */
    public static final List<String> HOLD =
            List.of(
                    "Item(grams == 500)",
                    "Item(grams >= 500, grams <= 500)",
                    "Item(worth == 100)",
                    "Item(worth > 99.99, worth < 100.5)",
                    "Item(worth * 2 > 199 && worth - 1 < 100)",
                    "Item(grams * distance == 40000)",
                    "Item(grams + 1 > 500)",
                    "Item(distance < 50000000000)",
                    "Item(-grams < 0, grams > -5, worth > -5)",
                    "Item(speed == NORMAL)",
                    "Item(speed == Speed.NORMAL)",
                    "Item(NORMAL == speed)",
                    "Item(speed in (EXPRESS, Speed.NORMAL))",
                    "Item(speed not in (EXPRESS, SLOW))",
                    "Item(!fragile)",
                    "Item(fragile == false)",
                    "Item(fragile != true)",
                    "Item(insured == null)",
                    "Item(!insured)",
                    "Item(floor == null || floor > 3)",
                    "Item(!(floor > 3))",
                    "Item(posted == \"2026-11-22\", posted > \"2026-11-21\")",
                    "Item(remark == \"books\", remark != \"\")",
                    "Item(remark contains \"ook\")",
                    "Item(remark matches \"b.*s\")",
                    "Item(remark not matches \"x.*\")",
                    "Item(labels contains \"books\")",
                    "Item(labels not contains \"toys\")",
                    "Item(speeds contains SLOW)",
                    "Item(grams in (1, 500))",
                    "Item((grams > 1000 || worth >= 100) && !fragile)",
                    "$i : Item() Customer(parcels < $i.grams)",
                    "Item($g : grams, $g > 100) Customer(parcels < $g)",
                    "Item($w : worth) Customer(parcels < $w)",
                    "Item($g : grams, $r : remark) Customer(name != $r, parcels * 10 < $g)",
                    "Item() and Customer()",
                    "Item(grams > 1) and not Earlier(daysAgo > 10)",
                    "not Earlier(nth == 2)",
                    "exists Earlier(nth == 1)",
                    "not ( Item(fragile) and Customer() )",
                    "Item(fragile) or Customer(parcels == 7)",
                    "(Item(fragile) or not Earlier(nth == 2)) Customer()",
                    "(Item(fragile) or (Customer() and exists Earlier()))",
                    "Customer(name contains \"丽\")");

    /** Those that do not. */
    public static final List<String> DO_NOT_HOLD =
            List.of(
                    "Item(grams > 500)",
                    "Item(worth > 100)",
                    "Item(speed != NORMAL)",
                    "Item(speed not in (NORMAL))",
                    "Item(fragile)",
                    "Item(insured)",
                    "Item(floor > 3)",
                    "Item(floor + 1 > 0)",
                    "Item(!(floor == null))",
                    "Item(posted < \"2026-11-22\")",
                    "Item(remark contains \"x\")",
                    "Item(remark matches \"ook\")",
                    "Item(labels contains \"toys\")",
                    "Item(speeds not contains SLOW)",
                    "Customer() not Earlier()",
                    "Item(fragile) or Customer(parcels == 8)",
                    "not ( Item(!fragile) and Customer() )",
                    "Item(grams > 1) and not ( Earlier(daysAgo > 1) or Customer() )");

    /** All of them. */
    public static List<String> all() {
        return Stream.concat(HOLD.stream(), DO_NOT_HOLD.stream()).toList();
    }
}
