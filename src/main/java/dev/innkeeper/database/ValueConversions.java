package dev.innkeeper.database;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** How the values that all features share are kept: as people write them. */
final class ValueConversions {

    private ValueConversions() {}

    static List<Converter<?, ?>> all() {
        return List.of(
                new FromMoney(),
                new ToMoney(),
                new FromCaseNumber(),
                new ToCaseNumber(),
                new FromGroup(),
                new ToGroup());
    }

    @WritingConverter
    private static final class FromMoney implements Converter<Money, BigDecimal> {
        @Override
        public BigDecimal convert(Money money) {
            return money.amount();
        }
    }

    @ReadingConverter
    private static final class ToMoney implements Converter<BigDecimal, Money> {
        @Override
        public Money convert(BigDecimal amount) {
            return new Money(amount);
        }
    }

    @WritingConverter
    private static final class FromCaseNumber implements Converter<CaseNumber, String> {
        @Override
        public String convert(CaseNumber number) {
            return number.value();
        }
    }

    @ReadingConverter
    private static final class ToCaseNumber implements Converter<String, CaseNumber> {
        @Override
        public CaseNumber convert(String value) {
            return new CaseNumber(value);
        }
    }

    @WritingConverter
    private static final class FromGroup implements Converter<Group, String> {
        @Override
        public String convert(Group group) {
            return group.id();
        }
    }

    @ReadingConverter
    private static final class ToGroup implements Converter<String, Group> {
        @Override
        public Group convert(String id) {
            return Group.of(id);
        }
    }
}
