//go:build browser

// Package browser_test drives what isuplan shows in a browser, in a real one: Chromium.
// scripts/verify runs it; it needs Debian's chromium. It has a build tag of its own, so that
// who runs the other tests needs no browser.
package browser_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// program is the isuplan that is tried; chromium a browser that all tests share. Servers that
// end are waited for in the end.
var (
	program  string
	chromium context.Context
	ending   sync.WaitGroup
	failures atomic.Int32
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "isuplan-browser-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	defer func() { _ = os.RemoveAll(dir) }()
	program = filepath.Join(dir, "isuplan")
	if out, err := exec.Command("go", "build", "-trimpath", "-o", program, "../../cmd/isuplan").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s%v\n", out, err)
		return 2
	}
	// The sandbox needs rights that a container does not give; what is shown is our own.
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(filepath.Join(dir, "profile")),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	browser, quit := chromedp.NewContext(allocator)
	defer quit()
	if err := chromedp.Do(browser); err != nil {
		fmt.Fprintf(os.Stderr, "no browser: %v; it is in Debian's chromium\n", err)
		return 2
	}
	chromium = browser
	code := m.Run()
	ending.Wait()
	if failures.Load() > 0 {
		return 1
	}
	return code
}

// tab is a page in the browser, with all that it complained of and asked for.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu    sync.Mutex
	said  []string // errors and warnings on its console
	asked []string // addresses of requests
}

// open opens a tab. When the test is over, the tab must have said nothing, and asked nobody
// but the origin.
func open(t *testing.T, origin string) *tab {
	t.Helper()
	ctx, closeTab := chromedp.NewContext(chromium)
	ctx, stop := context.WithTimeout(ctx, time.Minute) // guards against waiting for ever alone
	b := &tab{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.hear); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			b.picture("failed-" + strings.ReplaceAll(t.Name(), "/", "-"))
		}
		stop()
		closeTab()
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, s := range b.said {
			t.Errorf("the console says: %s", s)
		}
		for _, address := range b.asked {
			if !strings.HasPrefix(address, origin) && !strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "blob:"+origin) && address != "about:blank" {
				t.Errorf("the page asks elsewhere: %s", address)
			}
		}
	})
	call(b, network.Enable, network.EnableParams{})
	call(b, log.Enable, cdp.Empty{})
	call(b, runtime.Enable, cdp.Empty{})
	return b
}

func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.asked = append(b.asked, e.Request.URL)
	case *network.EventWebSocketCreated:
		b.asked = append(b.asked, e.URL)
	case *runtime.EventExceptionThrown:
		b.said = append(b.said, (&chromedp.ExceptionError{ExceptionDetails: e.ExceptionDetails}).Error())
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning || e.Type == runtime.ConsoleAPICalledTypeAssert {
			for _, a := range e.Args {
				b.said = append(b.said, fmt.Sprintf("%s: %s %s", e.Type, a.Value, a.Description))
			}
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			b.said = append(b.said, e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

// do does one thing after the other, and ends the test where one cannot be done.
func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// get returns what an expression of JavaScript gives.
func get[T any](b *tab, expression string) T {
	b.t.Helper()
	value, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatal(err)
	}
	return value
}

// call says something to the browser itself.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, command, params); err != nil {
		b.t.Fatal(err)
	}
}

// until waits until an expression is true, on this page or the next.
func (b *tab) until(expression string) {
	b.t.Helper()
	for range 800 {
		if ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+expression+")")); err == nil && ok {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	b.t.Fatalf("it never came that %s", expression)
}

// phone makes the tab as wide as a small phone.
func (b *tab) phone() { b.do(chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile)) }

// fits holds that nobody has to scroll sideways.
func (b *tab) fits() {
	b.t.Helper()
	if wide := get[int](b, `document.scrollingElement.scrollWidth`); wide > get[int](b, `document.documentElement.clientWidth`) {
		who := get[string](b, `[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(e => e.tagName + "." + e.className + " " + e.textContent.slice(0, 40)).join("; ")`)
		b.t.Errorf("the page is %d wide; it reaches out at: %s", wide, who)
	}
}

// picture writes what the tab shows into the folder that PICTURES names, for a person to
// look at.
func (b *tab) picture(name string) {
	b.t.Helper()
	folder := os.Getenv("PICTURES")
	if folder == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Log(err)
		return
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), png, 0o644); err != nil {
		b.t.Log(err)
	}
}

// plans copies the plans of the project into a folder of the test.
func plans(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../plans")); err != nil {
		t.Fatal(err)
	}
	return dir
}
