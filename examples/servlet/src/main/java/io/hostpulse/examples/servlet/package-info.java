/** Shows how a web application watches a machine: the client lives as long as the application does. */
package io.hostpulse.examples.servlet;
