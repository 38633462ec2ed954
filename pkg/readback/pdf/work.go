package pdf

import "errors"

// ErrTooMuch says that a file asks for more than any document does.
var ErrTooMuch = errors.New("it is too large or too deep to be a document")

// mostWork is how much is done for one file: bytes that are unpacked and parsed, and
// whatever else takes time or memory, at a price in bytes.
const mostWork = 256 << 20

// What things cost, in bytes. Each price is at least the memory that the thing takes.
const (
	perObject  = 32  // an object within another, or a step through a list
	perList    = 64  // an array or a dictionary itself
	perEntry   = 128 // an object that the file lists, or a code of a font
	perStream  = 512 // setting out to unpack a stream
	perFont    = 8 << 10
	perCode    = 8
	perStretch = 192 // of text: where it stands
	perLetter  = 32  // a byte of text: what reads it afterwards needs more than that
)

// work counts what was done for a file. Running out of memory or of stack cannot be
// recovered from, so that everything a file can ask for is paid before it is done.
type work struct{ done int }

// pay counts work, and reports whether there may be more.
func (w *work) pay(n int) bool {
	w.done = min(w.done+max(n, 0), mostWork+1)
	return w.done <= mostWork
}

// exhaust says that a file goes too far, whatever it has paid.
func (w *work) exhaust() { w.done = mostWork + 1 }

func (w *work) spent() bool { return w.done > mostWork }
