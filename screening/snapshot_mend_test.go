package screening_test

import (
	"encoding/binary"
	"hash/crc32"
)

// mend makes the sums of a snapshot's parts right.
func mend(b []byte) {
	const magic, head = 18, 13
	for at := magic; at+head <= len(b); {
		n := binary.LittleEndian.Uint64(b[at+1:])
		if n > uint64(len(b)-at-head) {
			return
		}
		part := b[at+head : at+head+int(n)]
		binary.LittleEndian.PutUint32(b[at+9:], crc32.Checksum(part, crc32.MakeTable(crc32.Castagnoli)))
		at += head + int(n)
	}
}
