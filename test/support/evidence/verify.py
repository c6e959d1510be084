#!/usr/bin/env python3
"""A second verifier of evidence bundles, written from docs/evidence-format.md alone. Needs python3 and openssl.

    verify.py BUNDLE [--public-key PEM] [--head N:HASH ...]      prints the verdict; exit 0, 1, 2 or 3
    verify.py --batch                                            one JSON request a line on standard input
"""
import base64, functools, hashlib, json, os, re, subprocess, sys, tempfile
from urllib.parse import quote

ZEROS, NAME, SPKI = '0' * 64, 'planning-backup/audit', bytes.fromhex('302a300506032b6570032100')
FIELDS = 'actorId causationId changeId eventId hash occurredAt payload previousHash recordedAt requestId stream type version'.split()
HASHED = 'stream eventId changeId causationId requestId actorId type version occurredAt recordedAt previousHash payload'.split()
CHECKPOINT = re.compile(r'planning-backup/checkpoint/v1\n([A-Za-z0-9_%]*)\n([1-9][0-9]{0,14})\n([0-9a-f]{64})\n'
    r'([+-]?[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?Z)\nstreams (0|[1-9][0-9]{0,14}) ([0-9a-f]{64})\n'
    r'(?:key ([A-Za-z0-9+/]{43}=)\n)?((?:[A-Za-z0-9_%-]+ [1-9][0-9]{0,14} [0-9a-f]{64}\n)*)')

class Found(Exception):
    def __init__(self, verdict, stream=None, version=None, line=None):
        self.verdict, self.stream, self.version, self.line = verdict, stream, version, line

def altered(stream=None, version=None, line=None): raise Found('altered', stream, version, line)
def canonical(value): return json.dumps(value, ensure_ascii=False, separators=(',', ':'), sort_keys=True)
def sha256(text): return hashlib.sha256(text.encode()).hexdigest()
def encoded(name): return quote(name, safe='').replace('-', '%2D').replace('.', '%2E').replace('~', '%7E')
def no_number(text): raise ValueError(text)

def from_base64(text):
    try: data = base64.b64decode(text)
    except ValueError: return None
    return data if base64.b64encode(data).decode() == text else None

sys.set_int_max_str_digits(0)
sys.setrecursionlimit(10_000)

def event_hash(event):
    digest = hashlib.sha256()
    for text in ['planning-backup/event/v1'] + [event[field] for field in HASHED]:
        data = None if text is None else str(text).encode()
        digest.update(b'\xff' * 8 if data is None else len(data).to_bytes(8, 'big') + data)
    return digest.hexdigest()

@functools.lru_cache(None)
def signed_by(text, signatures, key):
    raw = base64.b64decode(key)
    key_id = hashlib.sha256(NAME.encode() + b'\n\x01' + raw).digest()[:4]
    for line in signatures.split('\n')[:-1]:
        name, data = line[2:].split(' ')
        data = from_base64(data)
        if name != NAME or data[:4] != key_id or len(data) != 68: continue
        with tempfile.TemporaryDirectory() as folder:
            for file, content in ('key', SPKI + raw), ('text', text.encode()), ('sig', data[4:]):
                with open(os.path.join(folder, file), 'wb') as out: out.write(content)
            command = 'openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in text -sigfile sig'
            if subprocess.run(command.split(), cwd=folder, capture_output=True).returncode == 0: return True
    return False

class Verifier:
    def __init__(self, trusted, heads):
        self.trusted, self.heads = trusted, heads
        self.organisation, self.sequence, self.last_hash, self.key, self.vouched, self.last = None, 0, ZEROS, None, False, None
        self.signed, self.totals, self.phase = {}, None, 'checkpoints'
        self.stream, self.version, self.head, self.changes, self.lines, self.configuration = None, 0, ZEROS, set(), [], 0

    def line(self, line):
        try: parsed = json.loads(line.decode(), parse_constant=no_number)
        except (ValueError, RecursionError): raise Found('unreadable')
        parsed = parsed if isinstance(parsed, dict) else {}
        if self.organisation is None:
            if parsed.get('format') != 'planning-backup/evidence/v1' or not isinstance(parsed.get('organisation'), str): raise Found('unreadable')
        if canonical(parsed) != line.decode(): altered()
        if self.organisation is None:
            if set(parsed) != {'format', 'organisation'}: altered()
            self.organisation = parsed['organisation']
            self.own = encoded(self.organisation)
            return
        if len(parsed) != 1: altered()
        kind, value = next(iter(parsed.items()))
        if kind == 'checkpoint' and isinstance(value, str): self.checkpoint(value)
        elif kind == 'event' and isinstance(value, dict): self.event(value)
        elif kind == 'publicKey' and isinstance(value, str): self.end_events()
        else: altered()

    def checkpoint(self, note):
        if self.phase != 'checkpoints': altered()
        text, _, signatures = note.rpartition('\n\n')
        text += '\n'
        found = CHECKPOINT.fullmatch(text)
        if not found or not re.fullmatch(r'(?:— [!-*,-~]+ [A-Za-z0-9+/]+={0,2}\n)+', signatures): altered()
        if any(len(from_base64(line.split(' ')[2]) or b'') <= 4 for line in signatures.split('\n')[:-1]): altered()
        organisation, sequence, predecessor, _, streams, digest, named, grown = found.groups()
        grown = [line.split(' ') for line in grown.split('\n')[:-1]]
        names = [stream for stream, _, _ in grown]
        if names != sorted(set(names)) or (named and from_base64(named) is None): altered()
        if organisation != self.own or int(sequence) != self.sequence + 1 or predecessor != self.last_hash: altered()
        key = named or self.key
        if not key: altered()
        for stream, version, head in grown:
            points = self.signed.setdefault(stream, [])
            if points and points[-1][0] >= int(version): altered(stream, int(version))
            points.append((int(version), head))
        if len(self.signed) != int(streams): altered()
        if named and not all(signed_by(text, signatures, one) for one in {self.key or key, key}): altered()
        self.sequence, self.last_hash, self.key, self.totals = int(sequence), sha256(note), key, digest
        self.last = (text, signatures)
        self.vouched = self.vouched or key == self.trusted

    def begin_events(self):
        if self.phase != 'checkpoints': return
        if self.trusted and not self.vouched: altered(line=2)
        if self.last and not signed_by(*self.last, self.key): altered(line=self.sequence + 1)
        self.phase, self.pending = 'events', sorted(self.signed)

    def event(self, event):
        stream, version = event.get('stream'), event.get('version')
        if sorted(event) != FIELDS or type(version) is not int or abs(version) >= 2 ** 53: altered()
        if not all(isinstance(event[f], str) or (event[f] is None and f in ('causationId', 'requestId')) for f in FIELDS[:-1]): altered()
        if self.phase == 'keys': altered(stream, version)
        self.begin_events()
        if stream != self.stream: self.begin_stream(stream, event['changeId'])
        if version != self.version + 1: altered(stream, self.version + 1)
        try: right = event['previousHash'] == self.head and event['hash'] == event_hash(event)
        except UnicodeEncodeError: right = False
        if not right: altered(stream, version)
        if self.sequence:
            if not self.points: altered(stream, version)
            if version == self.points[0][0] and self.points.pop(0)[1] != event['hash']: altered(stream, version)
        if stream == 'backupConfiguration-' + self.own:
            if any(n == version and head != event['hash'] for n, head in self.heads): altered(stream, version)
            self.configuration = version
        if stream in ('backupConfiguration-' + self.own, 'backupHealth-' + self.own): self.changes.add(event['changeId'])
        self.version, self.head = version, event['hash']

    def begin_stream(self, stream, change):
        if self.stream is not None and stream < self.stream: altered(stream)
        self.end_stream()
        own = stream in [kind + '-' + self.own for kind in ('attempts', 'backupConfiguration', 'backupHealth')]
        of_change = change in self.changes and stream == 'notice-' + encoded(change)
        if not own and not of_change and not stream.startswith('backupRun-' + self.own + '-'): altered(stream, 1)
        if self.pending and self.pending[0] < stream: altered(self.pending[0], 1)
        if self.sequence and (not self.pending or self.pending.pop(0) != stream): altered(stream, 1)
        self.stream, self.version, self.head, self.points = stream, 0, ZEROS, list(self.signed.get(stream, []))

    def end_stream(self):
        if self.stream is None: return
        if self.points: altered(self.stream, self.version + 1)
        self.lines.append(f'{self.stream} {self.version} {self.head}\n')

    def end_events(self):
        self.begin_events()
        if self.phase == 'keys': return
        self.end_stream()
        self.phase = 'keys'
        if self.pending: altered(self.pending[0], 1)
        if any(n > self.configuration for n, _ in self.heads): altered('backupConfiguration-' + self.own, self.configuration + 1)
        if self.sequence and self.totals != sha256(''.join(self.lines)): altered()

def verify(lines, trusted, heads):
    verifier, number = Verifier(trusted, heads), 0
    try:
        for number, line in enumerate(lines, 1): verifier.line(line.rstrip(b'\n') if line.endswith(b'\n') else line)
        number += 1
        if verifier.organisation is None: raise Found('unreadable')
        verifier.end_events()
    except Found as found:
        return {'verdict': found.verdict, 'line': found.line or number, 'stream': found.stream, 'version': found.version}
    anchored = verifier.vouched or bool(heads)
    return {'verdict': 'anchored' if anchored else 'not-anchored', 'line': None, 'stream': None, 'version': None}

def head_of(text): return int(text.split(':')[0]), text.split(':')[1]

if sys.argv[1:] == ['--batch']:
    for request in map(json.loads, sys.stdin):
        bundle = base64.b64decode(request['bundle']).split(b'\n')
        lines = bundle[:-1] if bundle[-1] == b'' else bundle
        print(json.dumps(verify(lines, request['publicKey'], [(h['version'], h['head']) for h in request['heads']])), flush=True)
elif __name__ == '__main__':
    options = sys.argv[2:]
    keys = [options[i + 1] for i, option in enumerate(options) if option == '--public-key']
    heads = [head_of(options[i + 1]) for i, option in enumerate(options) if option == '--head']
    pem = subprocess.run(['openssl', 'pkey', '-pubin', '-in', keys[0], '-outform', 'DER'], capture_output=True, check=True).stdout if keys else None
    with open(sys.argv[1], 'rb') as file:
        verdict = verify(file, base64.b64encode(pem[-32:]).decode() if pem else None, heads)
    print(json.dumps(verdict))
    sys.exit({'anchored': 0, 'not-anchored': 1, 'unreadable': 2, 'altered': 3}[verdict['verdict']])
