package org.twinline.reward.djl;
import java.nio.file.*; import java.util.*;
final class Spike {
  public static void main(String[] a) {
    long t=System.nanoTime(); EncoderCard c=EncoderAssembly.assemble(Path.of(a[0])); System.out.println(c+" "+(System.nanoTime()-t)/1e6);
    t=System.nanoTime(); EncoderAssembly.assemble(Path.of(a[0])); System.out.println("again "+(System.nanoTime()-t)/1e6);
    t=System.nanoTime(); 
    try(TextEncoder e=TextEncoder.open(Path.of(a[0]),c.ref())){ System.out.println("open "+(System.nanoTime()-t)/1e6);
      List<Text> x=new ArrayList<>(); for(String s:new String[]{"急性心肌梗死的首选治疗是什么？","The patient was given Aspirin 300 mg.","高血压患者应限制钠盐摄入，并规律服用降压药物，监测血压变化。".repeat(5)}) x.add(new Text(s,512,Text.Truncation.RIGHT));
      for(int i=0;i<3;i++){ t=System.nanoTime(); for(Encoded d:e.encode(x)) System.out.println(d.tokens()+" "+Arrays.toString(Arrays.copyOf(d.vector(),8))); System.out.println("encode "+(System.nanoTime()-t)/1e6); }
      Random r=new Random(1); String base="高血压患者应限制钠盐摄入，并规律服用降压药物，监测血压变化。急性心肌梗死的首选治疗是什么？"; 
      for(int len:new int[]{28,60,120,250,500}){ List<Text> y=new ArrayList<>(); int n=16384/len; for(int i=0;i<n;i++){ StringBuilder b=new StringBuilder(); for(int k=0;k<len;k++) b.append(base.charAt(r.nextInt(base.length()))); y.add(new Text(b.toString(),512,Text.Truncation.RIGHT)); } var w0=e.work(); t=System.nanoTime(); e.encode(y); double s=(System.nanoTime()-t)/1e9; var w1=e.work(); System.out.printf("len %d: %.0f padded tok/s %.0f real tok/s%n",len,(w1.paddedTokens()-w0.paddedTokens())/s,(w1.tokens()-w0.tokens())/s); }
      t=System.nanoTime(); e.encode(List.of(new Text(base.repeat(200000/base.length()),512,Text.Truncation.LEFT))); System.out.println("200k chars "+(System.nanoTime()-t)/1e6+" "+e.work());
      // bit identity over positions and company
      List<Text> z=new ArrayList<>(); for(int i=0;i<300;i++){ int len=5+r.nextInt(480); StringBuilder b=new StringBuilder(); for(int k=0;k<len;k++) b.append(base.charAt(r.nextInt(base.length()))); z.add(new Text(b.toString(),512,Text.Truncation.RIGHT)); }
      Map<Text,float[]> ref=new HashMap<>(); List<Encoded> o=e.encode(z); for(int i=0;i<z.size();i++) ref.put(z.get(i),o.get(i).vector()); int bad=0; for(int rep=0;rep<2;rep++){ Collections.shuffle(z,r); List<Text> sub=z.subList(0,100); o=e.encode(sub); for(int i=0;i<100;i++) if(!Arrays.equals(o.get(i).vector(),ref.get(sub.get(i)))) bad++; } System.out.println("bad "+bad);
    }
  }
}
