package parallel_test

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/isuplan/isuplan/pkg/parallel"
)

func TestDo(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		done := make([]atomic.Int32, n)
		var jobs []func()
		for i := range n {
			jobs = append(jobs, func() { done[i].Add(1) })
		}
		parallel.Do(jobs)
		for i := range done {
			if times := done[i].Load(); times != 1 {
				t.Errorf("job %d of %d was done %d times", i, n, times)
			}
		}
	}
}

func fails() { panic(io.ErrUnexpectedEOF) }

// TestPanic: the panic of a job, or of a job of a job, is one of the caller, and says
// where it began.
func TestPanic(t *testing.T) {
	inner := func() { parallel.Do([]func(){func() {}, fails}) }
	for name, job := range map[string]func(){"a job": fails, "a job of a job": inner} {
		value := recovered(func() { parallel.Do([]func(){func() {}, job, func() {}}) })
		p, ok := value.(*parallel.Panic)
		if !ok || p.Value != io.ErrUnexpectedEOF || !errors.Is(p, io.ErrUnexpectedEOF) || p.Error() != "unexpected EOF" {
			t.Errorf("%s: panicked with %v", name, value)
			continue
		}
		frames, names := runtime.CallersFrames(p.Calls), ""
		for {
			frame, more := frames.Next()
			names += frame.Function + "\n"
			if !more {
				break
			}
		}
		if !strings.Contains(names, "parallel_test.fails\n") {
			t.Errorf("%s: the calls are\n%s", name, names)
		}
	}
	if p, ok := recovered(func() { parallel.Do([]func(){func() { panic("words") }}) }).(*parallel.Panic); !ok || p.Unwrap() != nil || p.Error() != "words" {
		t.Errorf("panicked with %v", p)
	}
}

func recovered(do func()) (value any) {
	defer func() { value = recover() }()
	do()
	return nil
}
