package dev.innkeeper.workflow;

import dev.innkeeper.common.Language;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Holds a body that is JSON back until it is released; any other body, and one that is too large,
 * goes straight through.
 */
final class JsonResponse extends HttpServletResponseWrapper {

    private static final int LARGEST = 8 * 1024 * 1024;

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private long announced = -1;
    private Held stream;
    private PrintWriter writer;

    JsonResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether there is a body that waits for its release. */
    boolean isHeld() {
        if (writer != null) {
            writer.flush();
        }
        return stream != null && !stream.letThrough;
    }

    byte[] body() {
        return held.toByteArray();
    }

    void release(byte[] body, Language language) throws IOException {
        HttpServletResponse response = (HttpServletResponse) getResponse();
        LanguageFilter.describe(response, language);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream != null) {
            return stream;
        }
        if (!isJson()) {
            announce();
            return super.getOutputStream();
        }
        stream = new Held();
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            if (!isJson()) {
                announce();
                return super.getWriter();
            }
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), charset()));
        }
        return writer;
    }

    private Charset charset() {
        String name = getCharacterEncoding();
        return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    }

    private boolean isJson() {
        String type = getContentType();
        return type != null
                && (type.startsWith("application/json") || type.startsWith("application/hal+json"));
    }

    private void announce() {
        if (announced >= 0) {
            getResponse().setContentLengthLong(announced);
        }
    }

    @Override
    public void setContentLength(int length) {
        announced = length;
    }

    @Override
    public void setContentLengthLong(long length) {
        announced = length;
    }

    @Override
    public void setHeader(String name, String value) {
        if (isToBeKept(name, value)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (isToBeKept(name, value)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        if (isToBeKept(name, Integer.toString(value))) {
            super.setIntHeader(name, value);
        }
    }

    private boolean isToBeKept(String name, String value) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "content-length":
                announced = Long.parseLong(value);
                return false;
            case "etag", "last-modified":
                return !isJson();
            default:
                return true;
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (stream == null || stream.letThrough) {
            super.flushBuffer();
        }
    }

    private final class Held extends ServletOutputStream {

        private boolean letThrough;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!letThrough && held.size() + length > LARGEST) {
                letThrough = true;
                announce();
                held.writeTo(getResponse().getOutputStream());
                held.reset();
            }
            if (letThrough) {
                getResponse().getOutputStream().write(bytes, offset, length);
            } else {
                held.write(bytes, offset, length);
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("The engine's REST API writes synchronously");
        }
    }
}
