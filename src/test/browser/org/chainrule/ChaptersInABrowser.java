package org.chainrule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A test with one browser and one front end for all its chapters. */
abstract class ChaptersInABrowser {
    @TempDir
    static Path directory;

    static FrontEnd frontEnd;
    static Browser browser;

    @BeforeAll
    static void openTheBrowser() throws IOException {
        browser = Browser.start();
    }

    @AfterAll
    static void closeAll() {
        browser.close();
        if (frontEnd != null) {
            frontEnd.close();
        }
    }

    static List<String> chapters() throws IOException {
        return Chapters.names();
    }
}
