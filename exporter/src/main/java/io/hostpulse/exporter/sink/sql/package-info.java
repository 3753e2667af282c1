/** PostgreSQL, TimescaleDB, MariaDB and MySQL by JDBC: the one place of the exporter that knows it. */
package io.hostpulse.exporter.sink.sql;
