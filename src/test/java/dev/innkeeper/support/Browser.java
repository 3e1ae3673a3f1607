package dev.innkeeper.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * A Chromium that looks at the service as a person does. Where there is none the test is skipped,
 * loudly; with {@code INNKEEPER_BROWSER=required} in the environment it fails.
 */
public final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final String base;

    private Browser(ChromeDriver driver, String base) {
        this.driver = driver;
        this.base = base;
    }

    /**
     * Opens a window.
     *
     * @param language such as {@code en} or {@code zh-CN}: what the browser asks for
     */
    public static Browser open(int port, String language) {
        Optional<File> chromium = find("chromium", "google-chrome", "chromium-browser");
        Optional<File> driver = find("chromedriver");
        if (chromium.isEmpty() || driver.isEmpty()) {
            String missing =
                    "There is no Chromium with chromedriver on the path: browser tests do not run."
                            + " On Debian: apt-get install chromium chromium-driver fonts-noto-cjk";
            if ("required".equals(System.getenv("INNKEEPER_BROWSER"))) {
                throw new AssertionError(missing);
            }
            System.err.println("*** " + missing);
            Assumptions.abort(missing);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get());
        options.addArguments(
                "--no-sandbox",
                "--headless=new",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--force-device-scale-factor=1",
                "--lang=" + language,
                "--accept-lang=" + language);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(driver.get()).build();
        ChromeDriver window = new ChromeDriver(service, options);
        window.manage().window().setSize(new Dimension(1600, 1000));
        return new Browser(window, "http://localhost:" + port);
    }

    private static Optional<File> find(String... names) {
        List<String> folders =
                List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    /** Goes to a path of the service. */
    public void go(String path) {
        driver.get(base + path);
    }

    /** The element, as soon as it can be seen. */
    public WebElement see(By what) {
        return new FluentWait<>(driver)
                .withTimeout(PATIENCE)
                .pollingEvery(Duration.ofMillis(100))
                .ignoring(NoSuchElementException.class, StaleElementReferenceException.class)
                .withMessage(() -> "Not seen: " + what + "; see " + screenshot("not-seen"))
                .until(
                        page ->
                                page.findElements(what).stream()
                                        .filter(WebElement::isDisplayed)
                                        .findFirst()
                                        .orElse(null));
    }

    /** The element that shows this text, as soon as it can be seen. */
    public WebElement seeText(String text) {
        return see(By.xpath("//*[text()[contains(normalize-space(.), \"" + text + "\")]]"));
    }

    /** Types into the element as soon as it can be seen. */
    public void send(By what, CharSequence... keys) {
        once(
                what,
                element -> {
                    element.sendKeys(keys);
                    return true;
                });
    }

    /** What the element says as soon as it can be seen. */
    public String read(By what) {
        return once(what, WebElement::getText);
    }

    /** What stands in a field as soon as it can be seen. */
    public String value(By what) {
        return once(what, element -> element.getDomProperty("value"));
    }

    /** A page may put another element in place of the one that was just seen. */
    private <T> T once(By what, Function<WebElement, T> use) {
        return new FluentWait<>(driver)
                .withTimeout(PATIENCE)
                .pollingEvery(Duration.ofMillis(100))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "Not used: " + what + "; see " + screenshot("not-used"))
                .until(page -> use.apply(see(what)));
    }

    /** Clicks the element as soon as it can be clicked. */
    public void click(By what) {
        new FluentWait<>(driver)
                .withTimeout(PATIENCE)
                .pollingEvery(Duration.ofMillis(100))
                .ignoring(WebDriverException.class)
                .withMessage(() -> "Not clicked: " + what + "; see " + screenshot("not-clicked"))
                .until(
                        page -> {
                            see(what).click();
                            return true;
                        });
    }

    /** Waits until the element is gone. */
    public void seeGone(By what) {
        new FluentWait<>(driver)
                .withTimeout(PATIENCE)
                .pollingEvery(Duration.ofMillis(100))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "Still there: " + what + "; see " + screenshot("still-there"))
                .until(page -> page.findElements(what).stream().noneMatch(WebElement::isDisplayed));
    }

    /** What the page says. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** The addresses of what the page has loaded besides itself. */
    public List<?> loaded() {
        return (List<?>)
                driver.executeScript(
                        "return performance.getEntriesByType('resource').map(one => one.name)");
    }

    /** Keeps a picture of the page under {@code target/screenshots}. */
    public Path screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            return Files.write(
                    SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
