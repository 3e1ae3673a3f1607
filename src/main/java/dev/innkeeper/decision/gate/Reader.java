package dev.innkeeper.decision.gate;

import dev.innkeeper.decision.gate.Token.Kind;
import java.util.List;

/** Walks over tokens, one ahead, and says what was expected where something else stands. */
class Reader {

    private static final int DEEPEST = 40;

    private final List<Token> tokens;
    private int index;
    private int depth;

    Reader(List<Token> tokens) {
        this.tokens = tokens;
    }

    final Token peek() {
        return tokens.get(index);
    }

    final Token peek(int ahead) {
        return tokens.get(Math.min(index + ahead, tokens.size() - 1));
    }

    final Token take() {
        Token token = tokens.get(index);
        if (token.kind() != Kind.END) {
            index++;
        }
        return token;
    }

    final boolean takeIf(String expected) {
        if (peek().is(expected)) {
            index++;
            return true;
        }
        return false;
    }

    final Token expect(String expected, String english, String chinese) {
        if (!peek().is(expected)) {
            throw wrong(english, chinese);
        }
        return take();
    }

    final Token expect(Kind kind, String english, String chinese) {
        if (peek().kind() != kind) {
            throw wrong(english, chinese);
        }
        return take();
    }

    final void enter() {
        if (++depth > DEEPEST) {
            throw new GateException(
                    peek().at(), "Too many parentheses inside each other. | 括号嵌套过深。");
        }
    }

    final void leave() {
        depth--;
    }

    /** A mistake at the next token: what was expected instead. */
    final GateException wrong(String english, String chinese) {
        var token = peek();
        return new GateException(
                token.at(),
                "Expected %s, but found %s. Write it there, or take out what does not belong. | 此处应为%s，却是%s。请补上，或删除多余内容。"
                        .formatted(english, token.shown(), chinese, token.shown()));
    }

    /** A mistake at the next token in its own words. */
    final GateException refused(String message) {
        return new GateException(peek().at(), message);
    }
}
