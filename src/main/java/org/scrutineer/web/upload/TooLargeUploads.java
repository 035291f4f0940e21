package org.scrutineer.web.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scrutineer.web.RoomPart;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away uploads that say themselves that they are too large, before anything of them is read: they come back to the
 * form, which says so. Whoever looked at their forms' token first would read all of them, or call them forged.
 */
@RoomPart
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLargeUploads extends OncePerRequestFilter {

    private final UploadProperties settings;

    TooLargeUploads(UploadProperties settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > settings.largestUpload() && HttpMethod.POST.matches(request.getMethod())) {
            response.sendRedirect("/upload?too-large=yes");
        } else {
            chain.doFilter(request, response);
        }
    }
}
