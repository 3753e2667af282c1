package io.hostpulse.exporter.sink.sql;

import io.hostpulse.exporter.fixture.SqlServer;
import io.hostpulse.exporter.sink.SinkType;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class MariadbSinkTest extends SqlSinkContract {

    @TempDir
    static Path directory;

    private static SqlServer server;

    @BeforeAll
    static void start() throws Exception {
        server = SqlServer.mariadb(directory);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    SqlServer server() {
        return server;
    }

    @Override
    SinkType type() {
        return new MysqlSinkType();
    }

    @Override
    String expirePassword(String user) {
        return "ALTER USER '" + user + "'@'%' PASSWORD EXPIRE";
    }

    @Override
    String setPassword(String user, String password) {
        return "ALTER USER '" + user + "'@'%' IDENTIFIED BY '" + password + "'";
    }
}
