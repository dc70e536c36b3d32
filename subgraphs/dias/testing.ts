/** What the tests of this folder share: pages in the described element list (fact sheet 3), of datasets that do not exist. */
import type { Retrieval } from '../common/record.js';

export const RETRIEVED: Retrieval = { at: new Date('2026-11-20T00:00:00Z'), cache: 'MISS', ageSeconds: 0 };

/** A metadata document of tables and numbered headings. The dataset has no DOI and goes on; its figures are those of the fact sheet's known answer. */
export const DOCUMENT_EN = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Tide 55 | DIAS</title><style>h2 { color: red }</style></head><body>
<h1>TIDE-55</h1><ul><li><a href="#s1">1. Identification</a></li><li><a href="#s7">7.1 Abstract</a></li></ul>
<h2 id="s1">1. IDENTIFICATION INFORMATION</h2>
<table><tr><th>Name</th><td>Fictional 55-year tide reanalysis</td></tr><tr><th>Edition</th><td>2.1</td></tr>
<tr><th>Abbreviation</th><td>TIDE-55</td></tr><tr><th>DOI</th><td></td></tr>
<tr><th>Metadata Identifier</th><td>TIDE5520240221120009-DIAS20221121113753-en</td></tr></table>
<h2>2. CONTACT</h2><h3>2.1 CONTACT on DATASET</h3>
<table><tr><td>Name</td><td>Hanako Umi</td></tr><tr><td>Organization</td><td>Institute of Imaginary Seas</td></tr>
<tr><td>Address</td><td>1-1 Hama, Nowhere</td></tr><tr><td>E-mail</td><td><a href="mailto:umi@example.org">umi@example.org</a></td></tr></table>
<h3>2.2 CONTACT on PROJECT</h3><h4>2.2.1 Data Integration and Analysis System</h4>
<table><tr><td>Name</td><td>Office of Tides</td></tr><tr><td>E-mail</td><td>office@example.org</td></tr></table>
<h2>3. DOCUMENT AUTHOR</h2><table><tr><td>Name</td><td>Jiro Hama</td></tr></table>
<h2>4. DATASET CREATOR</h2>
<table><tr><td>Name</td><td>Hanako Umi</td></tr><tr><td>Organization</td><td>Institute of Imaginary Seas</td></tr>
<tr><td>Name</td><td>Taro Shio</td></tr></table>
<h2>5. DATE OF THIS DOCUMENT</h2><p>2024-02-21</p>
<h2>6. DATE OF DATASET</h2><ul><li>creation : 2013-11-01</li><li>publication : 2014-03</li><li>revision : 2024-02-02</li></ul>
<h2>7. DATASET OVERVIEW</h2>
<h3 id="s7">7.1 Abstract</h3><p>Tides of 55 years.<br>Name: not a label here. 2 m of water &lt;b&gt; at most.</p><p>References: none of ours.</p>
<h3>7.2 Topic Category(ISO19139)</h3><ul><li>climatologyMeteorologyAtmosphere</li><li>oceans</li></ul>
<h3>7.3 Temporal Extent</h3>
<table><tr><th>Begin Date</th><td>1958-01-01</td></tr><tr><th>End Date</th><td>Under Continuation</td></tr>
<tr><th>Temporal Characteristics</th><td>6-hourly</td></tr></table>
<h3>7.4 Geographic Bounding Box</h3>
<table><tr><th>North bound latitude</th><td>90</td></tr><tr><th>West bound longitude</th><td>-180</td></tr>
<tr><th>East bound longitude</th><td>180</td></tr><tr><th>South bound latitude</th><td>-90</td></tr></table>
<h3>7.5 Grid</h3><table><tr><th>Dimension Name</th><th>Dimension Size (slice number of dimension)</th><th>Resolution Unit</th></tr>
<tr><td>row</td><td>460</td><td>3 minute</td></tr><tr><td>column</td><td>920</td><td>3 minute</td></tr></table>
<h3>7.6 Geographic Description</h3><p>Global</p>
<h3>7.7 Keywords</h3><h4>7.7.1 Keywords on Dataset</h4>
<table><tr><th>Keyword Type</th><th>Keyword</th><th>Keyword Thesaurus Name</th></tr>
<tr><td>theme</td><td>Oceans &gt; Tides</td><td>AGU</td></tr><tr><td>theme</td><td>Data processing</td><td>No_Dictionary</td></tr></table>
<h4>7.7.2 Keywords on Project</h4><p>Data Integration and Analysis System</p>
<table><tr><th>Keyword Type</th><th>Keyword</th><th>Keyword Thesaurus Name</th></tr><tr><td>theme</td><td>DIAS</td><td></td></tr></table>
<h3>7.8 Online Resource</h3><p>file download : <a href="https://data.example.org/dl/storages/filelist/dataset:204">list</a></p>
<p>https://tides.example.org/about.html</p>
<h3>7.9 Data Environmental Information</h3>
<h3>7.10 Distribution Information</h3><table><tr><th>name</th><th>version</th><th>specification</th></tr><tr><td>GRIB</td><td>1</td><td></td></tr></table>
<h2>8. DATA PROCESSING</h2><h3>8.1 Data Processing (1)</h3><p>Assimilated.</p>
<h2>9. DATA REMARKS</h2>
<h2>10. DATA POLICY</h2><h3>10.1 Data Policy by the Data Provider</h3><p>Ask before you publish.</p>
<h3>10.2 Data Policy by the Project</h3><p>A DIAS account is required to download the files.</p>
<h2>11. LICENSE</h2><p>Research use only.</p>
<h2>12. DATA SOURCE ACKNOWLEDGEMENT</h2><h3>12.1 Acknowledge the Data Provider</h3><p>Thank the sea.</p><h3>12.2 Acknowledge the Project</h3><p>Thank the project.</p>
<h2>13. REFERENCES</h2><ul><li>Umi, H. (2014): On tides.</li></ul>
</body></html>`;

/** The same dataset in Japanese, in a layout of bold labels and line breaks. */
export const DOCUMENT_JA = `<html lang="ja"><body><center><font size="5">TIDE-55</font></center>
<p><b>１．識別情報</b><br><b>名称</b>：架空潮汐55年再解析<br><b>版</b>：2.1<br><b>略称</b>：TIDE-55<br><b>メタデータID</b>：TIDE5520240221120009-DIAS20221121113753-ja</p>
<p><b>2. 問い合わせ先</b></p><p><b>2.1 データセットに関する問い合わせ先</b><br>名前：海 花子<br>組織：架空海洋研究所<br>電子メール：umi@example.org</p>
<p><b>2.2 プロジェクトに関する問い合わせ先</b><br>2.2.1 データ統合・解析システム<br>名前：潮汐事務局<br>電子メール：office@example.org</p>
<p><b>3. ドキュメント作成者</b><br>名前：浜 次郎</p>
<p><b>4. データセット作成者</b><br>名前：海 花子<br>組織：架空海洋研究所<br>名前：塩 太郎</p>
<p><b>5. ドキュメント作成日</b><br>2024年2月21日</p>
<p><b>6. データセット作成日</b><br>作成：2013年11月1日<br>公開：2014年3月<br>改訂：2024年2月2日</p>
<p><b>7. データセット概要</b></p><p><b>7.1 序論</b><br>55年間の潮汐。</p>
<p><b>7.2 トピックカテゴリ(ISO19139)</b><br>climatologyMeteorologyAtmosphere<br>oceans</p>
<p><b>7.3 時間情報</b><br>開始日：1958-01-01<br>終了日：継続中<br>時間分解能：6時間</p>
<p><b>7.4 地理的範囲</b><br>北限緯度：90<br>西限経度：-180<br>東限経度：180<br>南限緯度：-90</p>
<p><b>7.5 グリッド</b><br>row, 460, 3 minute</p><p><b>7.6 地理情報記述</b><br>全球</p>
<p><b>7.7 キーワード</b></p><p><b>7.7.1 データセットに関するキーワード</b><br>海洋、潮汐</p>
<p><b>7.8 オンライン情報</b><br><a href="https://tides.example.org/about.html">潮汐</a></p><p><b>7.10 配布情報</b><br>GRIB 1</p>
<p><b>10. データポリシー</b></p><p><b>10.1 データ提供者によるデータポリシー</b><br>公表前に連絡してください。</p>
<p><b>11. ライセンス</b><br>研究目的に限ります。</p><p><b>12. 謝辞</b></p><p><b>12.1 データ提供者への謝辞</b><br>海に感謝します。</p>
<p><b>13. 参考文献</b><br>Umi, H. (2014): On tides.</p></body></html>`;

/** A landing page: the sections without numbers, a citation line, menus and a selector that are no content. */
export const LANDING_EN = `<html lang="en"><head><title>Dune moisture - DIAS dataset search</title></head><body>
<nav><ul><li>Keywords</li><li>License</li></ul></nav><header><h1>Dune moisture 2020</h1></header>
<dl><dt>DOI</dt><dd><a href="https://doi.org/10.20783/DIAS.999901">10.20783/DIAS.999901</a></dd><dt>Abbreviation</dt><dd>DUNE</dd></dl>
<section><h2>Citation</h2><select><option>APA</option></select>
<p>Sunahama, K. (2021). Dune moisture 2020 [Data set]. データ統合・解析システム(DIAS). https://doi.org/10.20783/DIAS.999901</p></section>
<section><h2>Abstract</h2><div><p>Moisture of dunes.</p><p>Creator</p></div></section>
<section><h2>Contact</h2><h3>Dataset</h3><dl><dt>Name</dt><dd>Ken Sunahama</dd><dt>E-mail</dt><dd>ken@example.org</dd></dl>
<h3>Project</h3><dl><dt>Name</dt><dd>Office of Dunes</dd></dl></section>
<section><h2>Dataset Creator</h2><p>Ken Sunahama</p></section>
<section><h2>Keywords</h2><h3>Dataset</h3><table><thead><tr><th>Type</th><th>Keyword</th><th>Thesaurus</th></tr></thead>
<tbody><tr><td>theme</td><td>soil moisture</td><td>GCMD</td></tr></tbody></table></section>
<section><h2>Temporal Extent</h2><p>2020-01-01 to 2020-12-31</p></section>
<section><h2>Geographic Bounding Box</h2><p>North: 35.6, West: 134.2, East: 134.3, South: 35.5</p></section>
<section><h2>License</h2><p><a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></p></section>
<section><h2>Related pages</h2><p>Another dataset</p></section><footer>References</footer></body></html>`;
