package io.hostpulse.examples.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A page that follows the machine. An application has pages of its own. */
public final class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "/page/index.html";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        try (InputStream page = Objects.requireNonNull(PageServlet.class.getResourceAsStream(PAGE), PAGE)) {
            page.transferTo(response.getOutputStream());
        }
    }
}
