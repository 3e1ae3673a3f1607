package dev.innkeeper.change.web;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page of changes who reads it, and gives it the token without which it cannot write. */
@RestController
class ReaderController {

    /**
     * Who reads a page.
     *
     * @param id the id at sign-in
     * @param groups the ids of the reader's groups
     * @param header the name of the header that carries the token
     * @param token what a page of another site cannot know; another text with every answer
     */
    record Reader(String id, List<String> groups, String header, String token) {}

    @GetMapping(path = "/changes/data/me", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reader> me(Actor by, CsrfToken token) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new Reader(
                                by.userId(),
                                by.groups().stream().map(Group::id).sorted().toList(),
                                token.getHeaderName(),
                                token.getToken()));
    }
}
