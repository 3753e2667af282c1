package io.hostpulse.collector.source.process.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments are written with | between them. */
class SecretMaskTest {

    private final SecretMask mask = new SecretMask(List.of());

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "app|--password=hunter2 => app --password=***",
                "app|--password=two words; & more => app --password=***",
                "app|--password|hunter2|-v => app --password *** -v",
                "app|--password|--host|db1 => app --password --host db1",
                "app|--token|-abc|run => app --token *** run",
                "app|-token|abc => app -token ***",
                "app|--dbPassword=a=b => app --dbPassword=***",
                "app|--api-key=a,b => app --api-key=***",
                "app|--aws-secret-access-key|wJalrXUtnFEMI/K7MDENG => app --aws-secret-access-key ***",
                "app|--oauth2-bearer|abc => app --oauth2-bearer ***",
                "java|-Djavax.net.ssl.keyStorePassword=changeit|-jar|a.jar => java -Djavax.net.ssl.keyStorePassword=*** -jar a.jar",
                "env|DB_PASSWORD=x y|GITHUB_TOKEN=z|APP_SECRET=q|HOME=/root => env DB_PASSWORD=*** GITHUB_TOKEN=*** APP_SECRET=*** HOME=/root",
                "openssl|rsa|-passin|pass:abc => openssl rsa -passin ***",
                "nmcli|con|modify|wifi-sec.psk|abc => nmcli con modify wifi-sec.psk ***",
                "app|/password:abc => app /password:***",
                "app|Password:|abc => app Password: ***",
            })
    void hidesWhatIsNamedAsASecret(String arguments, String shown) {
        assertThat(mask(arguments)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "mysql|-uroot|-psecret|db => mysql -uroot -p*** db",
                "/usr/bin/mysqldump|-pse cret => /usr/bin/mysqldump -p***",
                "sudo|mariadb|-psecret => sudo mariadb -p***",
                "mysql|-p|db => mysql -p db",
                "sshpass|-p|abc|ssh|host => sshpass -p *** ssh host",
                "docker|login|-u|me|-p|abc => docker login -u me -p ***",
                "docker|run|-p|80:8080|nginx => docker run -p 80:8080 nginx",
                "redis-cli|-a|abc|get|k => redis-cli -a *** get k",
                "curl|-u|me:abc|http://h/ => curl -u me:*** http://h/",
                "curl|-ume:abc => curl -ume:***",
                "curl|--user=me:a:b|--user-agent=x:y => curl --user=me:*** --user-agent=x:y",
                "smbclient|-U|me%abc => smbclient -U me%***",
                "ldapsearch|-w|abc => ldapsearch -w ***",
                "7z|x|-pabc|a.7z => 7z x -p*** a.7z",
                "ps|-p|1234 => ps -p 1234",
            })
    void hidesWhatIsASecretForItsProgramOnly(String arguments, String shown) {
        assertThat(mask(arguments)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "psql|postgres://me:abc@db:5432/x => psql postgres://me:***@db:5432/x",
                "app|amqp://me:a@b@mq/ => app amqp://me:***@mq/",
                "app|redis://:abc/d@cache => app redis://:***@cache",
                "git|clone|https://0123456789abcdef0123@github.com/a/b => git clone https://***@github.com/a/b",
                "app|http://host:8080/a?mail=me@x.org => app http://host:8080/a?mail=me@x.org",
                "app|ssh://git@github.com/a => app ssh://git@github.com/a",
                "app|jdbc:mysql://h/db?user=me&password=abc&ssl=true => app jdbc:mysql://h/db?user=me&password=***&ssl=true",
                "app|Server=h;Pwd=abc;Timeout=3 => app Server=h;Pwd=***;Timeout=3",
                "curl|-H|Authorization: Bearer abc|http://h => curl -H Authorization: *** http://h",
                "curl|-H|Authorization: Digest username=\"m\", response=\"66\" => curl -H Authorization: ***",
                "curl|-H|X-Api-Key: abc => curl -H X-Api-Key: ***",
                "curl|-H|Cookie: a=b; c=d => curl -H Cookie: ***",
                "curl|-d|{\"user\":\"me\",\"password\":\"a\\\"b\",\"n\":1} => curl -d {\"user\":\"me\",\"password\":\"***\",\"n\":1}",
                "host=h password=abc dbname=d => host=h password=*** dbname=d",
            })
    void hidesWhatIsASecretByItsPlace(String arguments, String shown) {
        assertThat(mask(arguments)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIAIOSFODNN7EXAMPLE",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
                "ghp_0123456789abcdefghij",
                "glpat-0123456789abcdefghij",
                "xoxb-12345-67890-abcdef",
                "sk_live_0123456789",
                "AIzaSyA0123456789abcdefghijklmnopqrstuvw"
            })
    void hidesWhatIsASecretByItsForm(String secret) {
        assertThat(mask("app|run|" + secret)).isEqualTo("app run ***");
        assertThat(mask("app|--x=" + secret)).isEqualTo("app --x=***");
    }

    @Test
    void hidesAPrivateKey() {
        assertThat(mask("app|-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----|x"))
                .isEqualTo("app *** x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "sh|-c|mysql -uroot -psecret db && echo done => sh -c mysql -uroot -p*** db && echo done",
                "sh|-c|app --token 'a b' --port 80 => sh -c app --token *** --port 80",
                "sh|-c|curl -H 'Authorization: Bearer a' http://h => sh -c curl -H 'Authorization: ***' http://h",
                "sh|-c|ssh host 'mysql -psecret db' => sh -c ssh host 'mysql -p*** db'",
                "sh|-c|X=1 DB_PASSWORD=\"a b\" app => sh -c X=1 DB_PASSWORD=\"***\" app",
                "nginx: worker process => nginx: worker process",
            })
    void looksIntoCommandLinesInsideOfCommandLines(String arguments, String shown) {
        assertThat(mask(arguments)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usr/sbin/sshd|-D",
                "java|-Xmx64m|-cp|/a/b.jar:/c/d.jar|io.hostpulse.collector.CollectorMain|--source|process",
                "app|--password-file=/run/secrets/db",
                "app|--token-file|/run/secrets/t",
                "docker|login|--password-stdin",
                "passwd|root",
                "vi|/etc/passwd.d/x",
                "app|--bypass=1|--compass=2",
                "python|train.py|--tokenizer|gpt2",
                "",
                "kworker/0:1-events"
            })
    void leavesTheRestAsItIs(String arguments) {
        assertThat(mask(arguments)).isEqualTo(arguments.replace('|', ' '));
    }

    @Test
    void hidesWhatTheUsersPatternsMatch() {
        SecretMask own = new SecretMask(List.of(Pattern.compile("cust-\\d+"), Pattern.compile("--pin (\\d+)")));
        assertThat(own.mask(List.of("app", "cust-123", "--pin", "4711"))).isEqualTo("app *** --pin ***");
    }

    @Test
    void hidesThePatternsOfTheUserThatMatchNothingAtAll() {
        assertThat(new SecretMask(List.of(Pattern.compile("x*"))).mask(List.of("axxb")))
                .isEqualTo("a***b");
    }

    private String mask(String arguments) {
        return mask.mask(Arrays.asList(arguments.split("\\|", -1)));
    }
}
