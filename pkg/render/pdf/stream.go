package pdf

import (
	"bytes"
	"compress/zlib"
	"strconv"
	"sync"
)

// deflaters keeps compressors: making one costs more than compressing a page.
var deflaters = sync.Pool{New: func() any {
	const level = 3 // 4 per cent larger than the usual 6, in half the time
	w, _ := zlib.NewWriterLevel(nil, level)
	return w
}}

// stream returns a compressed stream object; entries go into its dictionary.
func stream(entries string, data []byte) []byte {
	var packed bytes.Buffer
	packed.Grow(len(data)/2 + 64)
	w := deflaters.Get().(*zlib.Writer)
	w.Reset(&packed)
	_, _ = w.Write(data) // a Buffer takes everything
	_ = w.Close()
	deflaters.Put(w)
	out := append(make([]byte, 0, packed.Len()+len(entries)+64), "<<"+entries+"/Filter /FlateDecode /Length "...)
	out = strconv.AppendInt(out, int64(packed.Len()), 10)
	out = append(out, ">>\nstream\n"...)
	out = append(out, packed.Bytes()...)
	return append(out, "\nendstream"...)
}
