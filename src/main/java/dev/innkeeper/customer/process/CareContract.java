package dev.innkeeper.customer.process;

import dev.innkeeper.workflow.ProcessContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the code writes and sends to {@code customer-care}, for the review of its diagram. */
@Configuration(proxyBeanMethods = false)
class CareContract {

    @Bean
    ProcessContract customerCareContract() {
        var all = CareVariables.OF_THE_CASE.all();
        return ProcessContract.of(CareProcess.KEY)
                .given(Set.of(CareVariables.CASE_NUMBER))
                .step("decideCare", all)
                .task(CareTasks.CALL, all)
                .task(CareTasks.OFFER, all)
                .task(CareTasks.ANSWER, all)
                .sends(
                        CareProcess.CARE_ANSWERED,
                        CareProcess.CUSTOMER_RETURNED,
                        CareProcess.CARE_WITHDRAWN);
    }
}
