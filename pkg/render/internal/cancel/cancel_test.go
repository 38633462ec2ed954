package cancel

import (
	"context"
	"errors"
	"testing"
)

// TestWatch: the end is seen at the next question, and within some small steps.
func TestWatch(t *testing.T) {
	ctx, end := context.WithCancel(t.Context())
	w, slow := New(ctx), New(ctx)
	for range 10 * often {
		if w.Ended() || slow.Step() || w.Err() != nil {
			t.Fatal("the work ends before its context")
		}
	}
	end()
	steps := 1
	for !slow.Step() {
		steps++
	}
	if steps > often || !w.Ended() || !w.Step() || !errors.Is(w.Err(), context.Canceled) {
		t.Errorf("the work goes on for %d steps, then %v", steps, w.Err())
	}
}
