package io.hostpulse.console.tokens;

import io.hostpulse.common.auth.Token;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.List;
import java.util.Map;

/**
 * Shows tokens, of which nobody but their holders has more than this.
 *
 * @param tokens the tokens
 * @param used when they were used last, epoch nanoseconds by hash
 * @param now the present time, epoch nanoseconds
 */
public record TokensText(List<Token> tokens, Map<String, Long> used, long now) {

    /**
     * For people.
     *
     * @param style how tones are shown
     * @param width how many columns a line has
     * @return one line a token
     */
    public String render(Style style, int width) {
        if (tokens.isEmpty()) {
            return "there are no tokens: 'hostpulse token create NAME' makes one\n";
        }
        Table table = new Table()
                .left("TOKEN")
                .left("ROLE")
                .left("MADE")
                .left("LAST USED")
                .left("EXPIRES");
        tokens.forEach(token -> table.row(
                Cell.of(token.name()),
                Cell.of(token.role().label()),
                Cell.of(ago(token.created())),
                Cell.of(used.containsKey(token.hash()) ? ago(used.get(token.hash())) : "never"),
                expires(token)));
        return table.render(style, width);
    }

    private Cell expires(Token token) {
        if (token.expires().isEmpty()) {
            return Cell.of("never");
        }
        long left = token.expires().getAsLong() - now;
        return left > 0 ? Cell.of("in " + Units.span(left)) : new Cell("expired", Tone.WARN);
    }

    private String ago(long time) {
        return Units.span(Math.max(0, now - time)) + " ago";
    }

    /**
     * For programs.
     *
     * @return the same
     */
    public Fields fields() {
        return Fields.builder()
                .put("tokens", tokens.stream().map(this::fields).toList())
                .build();
    }

    private Fields fields(Token token) {
        Fields.Builder fields = Fields.builder()
                .put("name", token.name())
                .put("role", token.role().label())
                .put("created", Rfc3339.format(token.created()));
        if (used.containsKey(token.hash())) {
            fields.put("last_used", Rfc3339.format(used.get(token.hash())));
        }
        token.expires().ifPresent(end -> fields.put("expires", Rfc3339.format(end)));
        return fields.put("valid", token.isValidAt(now)).build();
    }
}
