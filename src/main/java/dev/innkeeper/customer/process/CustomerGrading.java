package dev.innkeeper.customer.process;

import dev.innkeeper.customer.CustomerGradeDesk;
import dev.innkeeper.customer.GradedCustomer;
import dev.innkeeper.nightly.NightlyWork;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Grades all customers every night. */
@Component
class CustomerGrading implements NightlyWork {

    private static final int ORDER = 10;
    private static final int PAGE = 300;

    private final CustomerGradeDesk desk;

    CustomerGrading(CustomerGradeDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "customer-grading";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public List<String> due(String after, int limit, LocalDate asOf) {
        return desk.due(after, limit, asOf);
    }

    @Override
    public int handle(List<String> customerIds, LocalDate asOf) {
        return (int) desk.grade(customerIds, asOf).stream().filter(GradedCustomer::changed).count();
    }
}
