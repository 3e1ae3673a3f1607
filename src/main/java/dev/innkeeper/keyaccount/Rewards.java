package dev.innkeeper.keyaccount;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** The rewards by number. */
interface Rewards extends CrudRepository<Reward, String> {

    List<Reward> findByDealOrderByRegisteredAtAscRegistrationIdAsc(String deal);

    List<Reward> findByPartnerIdOrderByNumber(String partnerId);
}
