package pdf

import (
	"bytes"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// resourcesObject is the number that gofpdf always gives to what the pages share.
const resourcesObject = 2

// complete turns the drawn file into the finished one: it embeds the fonts, says
// what language the text is in, and compresses the pages.
func complete(raw []byte, fs *faces, language string) ([]byte, error) {
	f, err := parseFile(raw)
	if err != nil {
		return nil, err
	}
	if err := f.setCatalog(language); err != nil {
		return nil, err
	}
	jobs := f.contents()
	fonts := ""
	for i, face := range fs.by {
		if face.used() {
			first := f.reserve(fontObjects)
			fonts += fmt.Sprintf("/F%d %d 0 R ", i, first)
			jobs = append(jobs, func() { f.embed(face, first) })
		}
	}
	if err := f.replace(resourcesObject, "/Font <<", "/Font <<"+fonts); err != nil {
		return nil, err
	}
	inParallel(jobs)
	return f.write(), nil
}

// setCatalog says in the catalog what viewers and readers aloud need to know.
func (f *file) setCatalog(language string) error {
	entries := "/Type /Catalog\n/ViewerPreferences <</DisplayDocTitle true>>"
	if language != "" {
		entries += "\n/Lang " + pdfString(language)
	}
	return f.replace(f.root, "/Type /Catalog", entries)
}

func pdfString(s string) string {
	b := []byte{'('}
	for _, c := range []byte(utf16be(s)) {
		b = escape(b, c)
	}
	return string(append(b, ')'))
}

// reserve makes room for objects that are filled in later.
func (f *file) reserve(n int) (first int) {
	first = len(f.objects)
	for range n {
		f.add(nil)
	}
	return first
}

// contents returns the work of compressing each page.
func (f *file) contents() (jobs []func()) {
	for n, body := range f.objects {
		if n <= resourcesObject || !bytes.HasPrefix(body, []byte("<</Length ")) {
			continue
		}
		_, data, ok := bytes.Cut(body, []byte("\nstream\n"))
		data, ended := bytes.CutSuffix(data, []byte("\nendstream"))
		if ok && ended {
			jobs = append(jobs, func() { f.objects[n] = stream("", data) })
		}
	}
	return jobs
}

// inParallel does the jobs, each of which has a part of the file to itself. The
// last ones, which are the largest, begin first.
func inParallel(jobs []func()) {
	next := atomic.Int64{}
	next.Store(int64(len(jobs)))
	var wait sync.WaitGroup
	for range min(len(jobs), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := next.Add(-1); i >= 0; i = next.Add(-1) {
				jobs[i]()
			}
		})
	}
	wait.Wait()
}
