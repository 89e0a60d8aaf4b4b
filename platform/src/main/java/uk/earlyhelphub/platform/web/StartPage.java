package uk.earlyhelphub.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody sees who opens the Hub's address in a browser: what this is, and where to go. */
@RestController
class StartPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Early Help Hub</title></head>
            <body><main>
            <h1>Early Help Hub</h1>
            <p>This is the referral service of a local authority's Early Help Hub. It is running.</p>
            <p>It has no pages to work with yet: programs talk to it at <code>/api</code>, with a token of your organisation's
            sign-in. README.md has a tour with curl, and docs/openapi.json describes every request.</p>
            <ul>
            <li><a href="/actuator/health">Is it well?</a></li>
            <li><a href="/problems/not-signed-in">What "not signed in" means</a>; every refusal names a page like this one.</li>
            </ul>
            <p>If you are worried about a child who is in danger now, call 999. This page is not a way to report it.</p>
            </main></body></html>
            """;

    /** A roof, in two strokes. */
    private static final String ICON = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1d5c63"/>\
            <path d="M6 17 16 8l10 9M10 15v9h12v-9" fill="none" stroke="#fff" stroke-width="2.5"/></svg>
            """;

    @GetMapping("/")
    ResponseEntity<byte[]> start() {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", SecurityHeaders.PAGE)
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .body(PAGE.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> icon() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.maxAge(1, TimeUnit.DAYS))
                .body(ICON.getBytes(StandardCharsets.UTF_8));
    }
}
