package io.hostpulse.alerter.notify;

import java.util.stream.Stream;

/** What a process, a mount point or a person may be called. */
public final class HostileTexts {

    private HostileTexts() {}

    /** All of them; none is empty. */
    public static Stream<String> all() {
        return Stream.of(
                "two\r\nlines\r\n\r\nX-Injected: yes",
                "\u0000\u0007\u001b[2J\u001b]0;title\u0007\u009b31m\u007f",
                "\u202egnp.exe\u200b\u2066\u2028\u2029",
                "<b>bold</b><script>alert(1)</script>&amp;<a href=\"http://evil.example\">x</a>",
                "<!channel> <!here> <@U123> @channel @here @everyone <@&1> <#C1> <http://evil.example|click>",
                "*bold* _italic_ ~strike~ `code` ```block``` ||spoiler|| [text](http://evil.example) ![i](x) # head",
                "\"quote\" 'single' \\ backslash \\u0041 ${HOME} {{json}} %s %n $(reboot) `reboot` ; rm -rf / #",
                "😀👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 é e\u0301 日本語 עברית",
                "half a character: \ud83d and \ude00 and the end \ud83d",
                "x".repeat(1 << 20),
                "😀&<>\"\\".repeat(1 << 16),
                " ",
                "=?UTF-8?B?aGVsbG8=?=");
    }
}
