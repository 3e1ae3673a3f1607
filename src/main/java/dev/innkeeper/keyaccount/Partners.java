package dev.innkeeper.keyaccount;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** The partners by id. */
interface Partners extends CrudRepository<Partner, String> {

    @Query("SELECT NEXT VALUE FOR partner_number")
    long nextNumber();

    /** Somebody who can be reached in the same way. */
    @Query(
            """
            SELECT id FROM partner
            WHERE contact_phone = :phone OR contact_email = :email OR contact_we_chat = :weChat
            ORDER BY id LIMIT 1
            """)
    Optional<String> reachedBy(
            @Nullable String phone, @Nullable String email, @Nullable String weChat);
}
